"""Every command that README and docs show works: it is run, or, where a test cannot run it, it and its options exist."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.records import VERDICTS
from workbench.review import open_workspace

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: A block of commands, with the comment on the line before it that says how it is taken.
BLOCK = re.compile(
    r"(?:^[ ]*<!-- (?P<how>not run|status): (?P<what>[^\n]+) -->\n)?"
    r"^(?P<margin>[ ]*)```(?:bash|console)\n(?P<text>.*?)^(?P=margin)```$",
    re.MULTILINE | re.DOTALL,
)
INLINE = re.compile(r"`(workbench [^`]+)`")
STATUSES = {"0 or 1": (0, 1)}


@dataclass(frozen=True)
class Block:
    """The commands of one block: not to be run, or with the statuses that it may end with."""

    page: Path
    text: str
    run: bool
    statuses: tuple[int, ...] = (0,)


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in their order."""
    for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
        margin = len(found["margin"])
        text = "".join(line[margin:].removeprefix("$ ") for line in found["text"].splitlines(keepends=True))
        statuses = STATUSES[found["what"]] if found["how"] == "status" else (0,)
        yield Block(page, text, found["how"] != "not run", statuses)


def named(page: Path) -> str:
    """The page's path as a test's name."""
    return str(page.relative_to(ROOT))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of two matters a unit, which every page has a copy of."""
    folder = tmp_path_factory.mktemp("small") / "工作区"
    told = CliRunner().invoke(main, ["demo", str(folder), "--matters", "116", "--no-serve"])
    assert told.exit_code == 0, told.output
    return folder


@pytest.fixture
def desk(small: Path, tmp_path: Path) -> Path:
    """A workspace for one page, with the files that its commands name."""
    folder = tmp_path / "工作区"
    shutil.copytree(small, folder)
    submissions = folder / "data" / "submissions"
    shutil.copy(next(submissions.rglob("省司法厅*目录*.xlsx")), folder / "报送文件.xlsx")
    workspace = open_workspace(folder)
    shutil.copy(workspace.returns(unit="省司法厅")[0], folder / "反馈工作簿.xlsx")
    workspace.store.close()
    return folder


def put_in(text: str, folder: Path) -> str:
    """The commands with what a reader puts in: an item of the second group."""
    workspace = open_workspace(folder)
    item = workspace.matters(group=2)["item"].iloc[0]
    workspace.store.close()
    return text.replace("上轮事项编号", item).replace("事项编号", item)


@pytest.mark.parametrize("page", [page for page in PAGES if any(each.run for each in blocks(page))], ids=named)
def test_the_commands_of_a_page_run_one_after_another(page: Path, desk: Path):
    """In a workspace with sample submissions, as a reader would type them."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": tools, "HOME": str(desk)}
    environment.pop("WORKBENCH_WORKSPACE", None)
    for block in blocks(page):
        if not block.run:
            continue
        script = put_in(block.text, desk)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=desk, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode in block.statuses, f"{script}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words name, and what follows it."""
    found: click.Command = main
    while isinstance(found, click.Group) and words:
        context = click.Context(found)
        inner = found.get_command(context, words[0]) if words[0] in found.list_commands(context) else None
        if inner is None:
            break
        found, words = inner, words[1:]
    return found, words


def unknown(line: str) -> list[str]:
    """What a ``workbench`` line names that is not there: its command, or options of it."""
    words = [word for word in re.split(r"[\s\[\]|\\]+", line.removeprefix("workbench ")) if word]
    found, rest = command_of(words)
    if found is main:
        return [] if rest[:1] == ["--help"] else rest[:1]
    known = {name for option in found.params for name in (*option.opts, *option.secondary_opts)} | {"--help"}
    return [word for word in rest if word.startswith("--") and word.split("=")[0] not in known]


def lines_of(text: str) -> Iterator[str]:
    """The ``workbench`` commands of a block, without settings before and comments after them."""
    for line in text.splitlines():
        words = shlex.split(line.rpartition(" | ")[2], comments=True)
        while words and "=" in words[0]:
            del words[0]
        if words and Path(words[0]).name == "workbench":
            yield " ".join(["workbench", *words[1:]])


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_is_named_exists(page: Path):
    """Commands and options in blocks that are not run, and those in the text, are those of the program."""
    text = page.read_text(encoding="utf-8")
    shown = [line for block in blocks(page) for line in lines_of(block.text)] + INLINE.findall(text)
    assert {line: unknown(line) for line in shown if unknown(line)} == {}


def test_every_make_target_that_is_shown_exists():
    """``make X`` in a block or in the text has a target X."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {each for page in PAGES for each in re.findall(r"(?m)(?:^|`)make ([a-z-]+)", page.read_text("utf-8"))}
    assert shown >= {"demo", "test", "docs", "bundle"}
    assert shown - targets == set()


def test_no_command_stands_outside_of_a_block():
    """An indented line of code would be shown and never run."""
    assert [named(p) for p in PAGES if re.search(r"(?m)^\n {4}(?:workbench|make|pip) ", p.read_text("utf-8"))] == []


def test_the_handbook_tells_what_every_verdict_needs():
    """The table has one line a verdict, in the order of the program."""
    text = (ROOT / "docs" / "manual" / "meanings.md").read_text(encoding="utf-8")
    table = text.split("## 各结论需要什么")[1].split("\n## ")[0]
    assert re.findall(r"^\| ([^|]+?) \|", table, re.MULTILINE)[1:] == list(VERDICTS.values())
