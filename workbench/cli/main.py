"""The ``workbench`` command and its list of commands."""

import click

import workbench
from workbench.cli.assign import assign
from workbench.cli.check import check
from workbench.cli.cite import cite
from workbench.cli.compare import compare
from workbench.cli.demo import demo
from workbench.cli.doctor import doctor
from workbench.cli.duplicates import duplicates
from workbench.cli.intake import intake
from workbench.cli.pairs import pairs
from workbench.cli.progress import progress
from workbench.cli.returns import returns
from workbench.cli.rules import rules
from workbench.cli.sample import sample
from workbench.cli.serve import serve
from workbench.cli.user import user
from workbench.cli.verdict import verdict


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(workbench.__version__, prog_name="workbench")
def main() -> None:
    """政务服务事项目录和办事指南审核工作台。"""


for _command in (
    demo, sample, intake, check, cite, compare, duplicates, pairs, verdict, returns, progress, rules, serve,
    user, assign, doctor,
):  # fmt: skip
    main.add_command(_command)
