"""What ``workbench doctor`` looks at."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from workbench.assignments import InvalidAssignments
from workbench.cli.running import running_symptoms
from workbench.cli.symptom import Symptom
from workbench.dashboards import assets_present, notebooks_folder
from workbench.review import NoWorkspace, StoreProblem, open_workspace

PACKAGES = (
    "voila",
    "jupyter-server",
    "tornado",
    "jupyterlab",
    "ipywidgets",
    "anywidget",
    "pandas",
    "rapidfuzz",
    "python-calamine",
    "sqlalchemy",
    "argon2-cffi",
    "prometheus-client",
)
LEAST_FREE_GB = 1
_NAMED = 5


def machine() -> Iterator[Symptom]:
    """The machine, whatever the workspace."""
    good = sys.version_info >= (3, 11)
    yield Symptom("Python", good, sys.version.split()[0], "" if good else "请安装 Python 3.11 或更高版本。")
    for package in PACKAGES:
        yield _package(package)
    built = assets_present()
    yield Symptom(
        "界面资源",
        built,
        "已构建" if built else "缺少 grid.js",
        "" if built else "在源码目录执行 make setup，或安装发布的 wheel。",
    )
    found = notebooks_folder().is_dir()
    yield Symptom("界面笔记本", found, str(notebooks_folder()), "" if found else "请重新安装本软件。")
    yield _fonts()


def _package(name: str) -> Symptom:
    try:
        return Symptom(name, True, version(name))
    except PackageNotFoundError:
        return Symptom(name, False, "未安装", "请重新安装本软件：pip install review-workbench。")


def _fonts() -> Symptom:
    """Chinese fonts matter only where a browser or LibreOffice runs on this machine."""
    lister = shutil.which("fc-list")
    if lister is None:
        return Symptom("中文字体", None, "未能检查（没有 fc-list）；审核人员的电脑上应有中文字体")
    listed = subprocess.run([lister, ":lang=zh"], capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    count = len(listed.stdout.splitlines())
    if count:
        return Symptom("中文字体", True, f"{count} 种")
    return Symptom("中文字体", None, "本机没有中文字体", "在本机浏览时请安装 fonts-noto-cjk。")


def workspace_symptoms(folder: Path, database: str | None, *, verify: bool) -> Iterator[Symptom]:
    """The workspace in ``folder``: roster, disk, database, what waits to be exported."""
    try:
        workspace = open_workspace(folder, database)
    except NoWorkspace as error:
        yield Symptom("工作区", None, str(error))
        return
    except InvalidAssignments as error:
        yield Symptom("分组名单", False, str(error), "请按提示修改 group_assignments.yml。")
        return
    units = workspace.assignments.units
    yield Symptom("分组名单", True, f"{len(workspace.assignments.groups)} 个组，{len(units)} 个单位")
    free = shutil.disk_usage(workspace.path).free / 1e9
    roomy = free >= LEAST_FREE_GB
    yield Symptom("磁盘", roomy, f"剩余 {free:.1f} GB", "" if roomy else "请清理磁盘，至少留出 1 GB。")
    try:
        store = workspace.store
    except StoreProblem as error:
        yield Symptom("数据库", False, str(error))
        return
    yield Symptom("数据库", True, f"{len(store.submissions())} 份报送，{store.last_event()} 条审核记录")
    yield from running_symptoms(workspace)
    if verify:
        broken = store.verify()
        yield Symptom(
            "哈希链",
            not broken,
            "；".join(broken) or "完整",
            "" if not broken else "请立即停用并联系管理员。",
        )
        lost = [f"“{path.name}”载有第 {event} 号记录，库中没有" for path, event in workspace.unknown_events()]
        remedy = "数据库的末尾被删除，或从旧备份恢复。请立即停用，保留反馈工作簿，从较新的备份恢复。"
        yield Symptom("记录末尾", not lost, "；".join(lost[:_NAMED]) or "与反馈工作簿相符", remedy if lost else "")
        open_ = store.missing_guards()
        remedy = "请立即停用并联系管理员：恢复备份或重建保护之前，不能排除记录被改动。"
        yield Symptom("防改保护", not open_, "；".join(open_[:_NAMED]) or "完整", remedy if open_ else "")
        torn = workspace.trail.broken()
        remedy = "登录和涉密查看的登记被改动过，或写入时断电。请联系管理员，与备份中的登记核对。"
        yield Symptom("登录登记", not torn, "；".join(torn[:_NAMED]) or "完整", remedy if torn else "")
        steps = store.clock_steps()
        told = "；".join(steps[:_NAMED]) or "没有回拨"
        remedy = "记录的先后以编号为准，不受影响。请为服务器开启时间同步（NTP）。"
        yield Symptom("时钟", None if steps else True, told, remedy if steps else "")
