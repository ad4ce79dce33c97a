"""``python -m workbench.serving WORKSPACE --port N``: the server as a process of its own."""

import argparse
import sys
from pathlib import Path

from workbench.assignments import InvalidAssignments
from workbench.review import NoWorkspace, StoreProblem
from workbench.serving import CannotServe, Sessions, Where, serve
from workbench.serving.logs import write_logs
from workbench.serving.sessions import IDLE_SECONDS, LONGEST_SECONDS

_WRONG = 2


def main() -> int:
    """Serve; the exit status."""
    given = _arguments()
    where = Where(given.port, given.host, given.certificate, given.key, tuple(given.proxy), tuple(given.name))
    sessions = Sessions(given.idle_minutes * 60, given.session_hours * 3600)
    try:
        write_logs(given.log)
        serve(given.workspace, where, sessions, log=given.log)
    except (CannotServe, InvalidAssignments, NoWorkspace, StoreProblem) as error:
        sys.stderr.write(f"{error}\n")
        return _WRONG
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m workbench.serving", description="提供审核界面。")
    parser.add_argument("workspace", type=Path, help="工作区文件夹。")
    parser.add_argument("--port", type=int, default=8866, help="端口。")
    parser.add_argument("--host", default="127.0.0.1", help="在哪个地址上提供服务。")
    parser.add_argument("--certificate", type=Path, help="证书文件（PEM）。")
    parser.add_argument("--key", type=Path, help="私钥文件（PEM）。")
    parser.add_argument("--proxy", action="append", default=[], help="承担加密的代理服务器的地址。")
    parser.add_argument("--name", action="append", default=[], help="浏览器中使用的服务器名称。")
    parser.add_argument("--idle-minutes", type=float, default=IDLE_SECONDS / 60, help="久未使用后退出（分钟）。")
    parser.add_argument("--session-hours", type=float, default=LONGEST_SECONDS / 3600, help="一次登录最长（小时）。")
    parser.add_argument("--log", type=Path, help="日志文件；缺省写到标准错误。")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
