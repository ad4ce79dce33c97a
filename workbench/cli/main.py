"""The ``workbench`` command and its list of commands."""

from importlib import import_module

import click

import workbench

#: Command -> the module of this room that defines a function of the same name; loaded when it is called for.
COMMANDS = (
    "demo", "sample", "intake", "check", "cite", "compare", "duplicates", "pairs", "verdict", "second", "comment", "chain",
    "step", "relink", "returns",
    "receive", "publish", "progress", "report", "rules", "lists", "serve", "user", "grant", "assign", "backup", "restore",
    "doctor",
)  # fmt: skip


class _Commands(click.Group):
    """Loads a command's module only when it is called for: ``cite`` need not wait for the dashboards."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"workbench.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(workbench.__version__, prog_name="workbench")
def main() -> None:
    """政务服务事项目录和办事指南审核工作台。"""
