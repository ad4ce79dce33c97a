"""Starts things from a shell: ``workbench COMMAND``."""

from workbench.cli.main import main

__all__ = ["main"]
