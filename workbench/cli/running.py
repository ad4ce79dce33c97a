"""What ``workbench doctor`` looks at of a workspace at work: exporter, clock, secrets."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbench.cli.symptom import Symptom
from workbench.review import Workspace

#: Seconds that a returns workbook may be behind while a server runs; a large one takes some.
LATE = 300
#: Files below ``data`` that open a door or tell who did what.
SECRETS = ("cookie-secret", "metrics-token", "audit.jsonl")
_OTHERS = 0o077


def running_symptoms(workspace: Workspace) -> Iterator[Symptom]:
    """How far the exporter is behind, whether the clock can be right, and who may read the secrets."""
    yield _exporter(workspace)
    yield from _clock(workspace)
    yield _secrets(workspace.path / "data")


def _exporter(workspace: Workspace) -> Symptom:
    waiting, since = len(workspace.store.dirty()), workspace.store.waiting_since()
    if not waiting:
        return Symptom("反馈工作簿", True, "均为最新")
    seconds = (datetime.now(UTC) - _moment(since)).total_seconds() if since else 0
    told = f"{waiting} 份有待更新" + (f"，最久的已等 {seconds:,.0f} 秒" if since else "")
    if seconds < LATE:
        return Symptom("反馈工作簿", None, told)
    return Symptom("反馈工作簿", None, told, "请确认 workbench serve 在运行；或执行 workbench returns。")


def _clock(workspace: Workspace) -> Iterator[Symptom]:
    """The clock must not be before the last event; whether it is set by the network is only worth knowing."""
    store = workspace.store
    last = next(iter(store.events_since(store.last_event() - 1)), None) if store.last_event() else None
    ahead = (_moment(last.at) - datetime.now(UTC)).total_seconds() if last else 0.0
    if ahead > 1:
        told = f"最后一条审核记录的时间比本机时钟晚 {ahead:,.0f} 秒"
        yield Symptom("本机时钟", False, told, "请校准服务器的时钟，并开启时间同步（NTP）。")
        return
    synchronised = _synchronised()
    told = {True: "与时间服务器同步", False: "没有与时间服务器同步", None: "不早于最后一条审核记录"}[synchronised]
    remedy = "请开启时间同步：timedatectl set-ntp true。" if synchronised is False else ""
    yield Symptom("本机时钟", None if synchronised is False else True, told, remedy)


def _synchronised() -> bool | None:
    """What systemd says of the clock; None where it cannot be asked."""
    asked = shutil.which("timedatectl")
    if asked is None:
        return None
    command = [asked, "show", "--property=NTPSynchronized", "--value"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return {"yes": True, "no": False}.get(told.stdout.strip()) if told.returncode == 0 else None


def _secrets(data: Path) -> Symptom:
    """Files that others than their owner may read."""
    there = [path for path in map(data.joinpath, SECRETS) if path.is_file()]
    open_ = [path for path in there if path.stat().st_mode & _OTHERS]
    if open_:
        names = "、".join(f"“{path}”" for path in open_)
        return Symptom("密钥文件", False, f"{names}可被他人读取", "请执行 chmod 600，并重新启动服务。")
    return Symptom("密钥文件", True, f"{len(there)} 个，仅所有者可读")


def _moment(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    return moment if moment.tzinfo else moment.astimezone()
