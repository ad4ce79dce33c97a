"""``workbench doctor`` on a workspace at work."""

import json
from datetime import UTC, datetime, timedelta

from click.testing import CliRunner

from workbench.cli.main import main
from workbench.review import Workspace


def symptoms(workspace: Workspace, *words: str) -> dict[str, dict[str, object]]:
    done = CliRunner().invoke(main, ["doctor", "--format", "jsonl", "--workspace", str(workspace.path), *words])
    return {line["check"]: line for line in map(json.loads, done.stdout.splitlines())}


def decide(workspace: Workspace, at: datetime) -> None:
    """Record one verdict at this time."""
    workspace.store._clock = lambda: at.isoformat(timespec="seconds")
    queue = workspace.queue("group2")
    workspace.record(queue.iloc[0]["item"], "return_for_revision", "请补充依据。", by="group2")


def test_the_lag_of_the_exporter_is_told(workspace: Workspace):
    """How many returns workbooks wait and for how long; after five minutes with what to do."""
    assert symptoms(workspace)["反馈工作簿"]["message"] == "均为最新"
    decide(workspace, datetime.now(UTC) - timedelta(seconds=1000))
    told = symptoms(workspace)["反馈工作簿"]
    assert str(told["message"]).startswith("1 份有待更新，最久的已等 1,0")
    assert told["remedy"] == "请确认 workbench serve 在运行；或执行 workbench returns。"


def test_a_clock_before_the_last_event_is_wrong(workspace: Workspace):
    """A record of the future means that this machine's clock went back."""
    assert symptoms(workspace)["本机时钟"]["ok"] is not False
    decide(workspace, datetime.now(UTC) + timedelta(hours=2))
    told = symptoms(workspace)["本机时钟"]
    assert (told["ok"], "晚 7," in str(told["message"])) == (False, True)


def test_secrets_that_others_read_and_torn_trails_are_told(workspace: Workspace):
    """A secret with a mode of 644 and a changed audit trail are faults with what to do."""
    assert symptoms(workspace)["密钥文件"]["message"] == "0 个，仅所有者可读"
    for user in ("group1", "group2", "group3"):
        workspace.trail.add("signed_in", user, address="127.0.0.1")
    told = symptoms(workspace, "--verify")
    assert (told["密钥文件"]["ok"], told["登录登记"]["ok"]) == (True, True)
    path = workspace.trail.path
    path.write_text(path.read_text().replace("group1", "group4"))
    path.chmod(0o644)
    told = symptoms(workspace, "--verify")
    assert (told["密钥文件"]["ok"], told["登录登记"]["ok"]) == (False, False)
    assert "audit.jsonl”可被他人读取" in str(told["密钥文件"]["message"])


def test_reading_a_secret_matter_is_on_record(workspace: Workspace):
    """Who opens a secret matter is written down; what is not secret is not, and without a record nothing is shown."""
    item = workspace.queue("group2").iloc[0]["item"]
    workspace.detail(item, by="group2")
    assert list(workspace.trail.entries()) == []
    workspace.record(item, "keep_confidential", "涉及国家秘密，不公开。", by="group2")
    workspace.detail(item, by="group2")
    told = [(each["what"], each["user"], each["item"]) for each in workspace.trail.entries()]
    assert told == [("read_secret", "group2", item)]
