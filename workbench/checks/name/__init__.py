"""Rules on names (事项名称)."""
