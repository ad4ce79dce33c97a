"""The assignments room."""
