"""What is seen: named widgets, linked to a state."""
