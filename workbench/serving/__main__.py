"""``python -m workbench.serving WORKSPACE --port N``: the server as a process of its own."""

import argparse
import sys
from pathlib import Path

from workbench.assignments import InvalidAssignments
from workbench.review import NoWorkspace, StoreProblem
from workbench.serving import CannotServe, serve

_WRONG = 2


def main() -> int:
    """Serve; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m workbench.serving", description="在本机提供审核界面。")
    parser.add_argument("workspace", type=Path, help="工作区文件夹。")
    parser.add_argument("--port", type=int, default=8866, help="端口。")
    given = parser.parse_args()
    try:
        serve(given.workspace, given.port)
    except (CannotServe, InvalidAssignments, NoWorkspace, StoreProblem) as error:
        sys.stderr.write(f"{error}\n")
        return _WRONG
    return 0


if __name__ == "__main__":
    sys.exit(main())
