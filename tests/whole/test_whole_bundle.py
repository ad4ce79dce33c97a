"""The bundle installs and runs where there is no network, and one version takes over from another without touching data."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "deploy" / "bundle"))
import make_bundle  # noqa: E402 - a script beside the package, not part of it

#: A network namespace of its own: no route leads out of it, and no registry can be asked. Root needs no user namespace.
ALONE = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]


def alone(*command: str | Path, status: int = 0) -> str:
    """What a command says that runs without a network, after it ended with ``status``."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "WORKBENCH_", "PYTHON"))}
    words = [*ALONE, *map(str, command)]
    done = subprocess.run(words, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, made and unpacked."""
    folder = tmp_path_factory.mktemp("bundle")
    archive = make_bundle.make(folder / "dist", None)
    subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
    return next(path for path in folder.iterdir() if path.name.startswith("review-workbench-"))


@pytest.fixture(scope="module")
def target(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bundle was installed by its one command."""
    target = tmp_path_factory.mktemp("installed") / "程序"
    assert "已装好" in alone(unpacked / "install.sh", target)
    return target


FIRST = "import workbench; print(workbench.open().matters(group=2).item[0])"


@pytest.fixture(scope="module")
def worked_in(target: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace made, read and decided in by the installed program."""
    folder = tmp_path_factory.mktemp("work") / "工作区"
    alone(target / "bin" / "workbench", "demo", folder, "--matters", "116", "--no-serve")
    item = alone(
        "env", f"WORKBENCH_WORKSPACE={folder}", target / "current" / "bin" / "python", "-I", "-c", FIRST
    ).strip()
    verdict = ("verdict", item, "退回修改", "--opinion", "请补充条文", "--as", "group2")
    alone(target / "bin" / "workbench", *verdict, "--workspace", folder)
    return folder


VERSION_AND_VERDICTS = "import workbench; print(workbench.__version__, workbench.open().verdicts().to_dict('records'))"


def records(target: Path, folder: Path) -> str:
    """All verdicts of the workspace as the version that is current gives them."""
    python = target / "current" / "bin" / "python"
    told = alone("env", f"WORKBENCH_WORKSPACE={folder}", python, "-I", "-c", VERSION_AND_VERDICTS)
    version, verdicts = told.split(" ", 1)
    assert version == (target / "current").readlink().name
    assert "请补充条文" in verdicts
    return verdicts


def as_version(bundle: Path, version: str, folder: Path) -> Path:
    """The same bundle under another version, as the next one would be."""
    other = folder / "bundle"
    shutil.copytree(bundle, other)
    wheel = next((other / "wheels").glob("review_workbench-*.whl"))
    old = wheel.name.split("-")[1]
    renamed = wheel.with_name(wheel.name.replace(f"-{old}-", f"-{version}-"))
    with zipfile.ZipFile(wheel) as before, zipfile.ZipFile(renamed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name.endswith(("/METADATA", "/RECORD", "workbench/__init__.py")):
                content = content.replace(old.encode(), version.encode())
            after.writestr(name.replace(f"-{old}.dist-info", f"-{version}.dist-info"), content)
    wheel.unlink()
    (other / "requirements.txt").write_text(make_bundle.requirements(other / "wheels"), encoding="utf-8")
    make_bundle.seal(other)
    return other


def test_the_installed_program_works_alone(target: Path, worked_in: Path):
    """Sample, intake, verdict and doctor ran without a network, by the installed package with its own notebooks and scripts."""
    told = alone(target / "bin" / "workbench", "doctor", "--verify", "--workspace", worked_in)
    assert "[有问题]" not in told
    assert f"界面笔记本：{target / 'versions'}" in told
    assert ("58 个单位" in told, "1 条审核记录" in told, "哈希链：完整" in told) == (True, True, True)


def test_another_version_takes_over_and_gives_back(unpacked: Path, target: Path, worked_in: Path, tmp_path: Path):
    """After an upgrade and after going back each version runs by itself and finds the same data, its chain whole."""
    before, program = records(target, worked_in), target / "bin" / "workbench"
    assert "已装好 9.9.9" in alone(as_version(unpacked, "9.9.9", tmp_path) / "install.sh", target)
    assert (target / "current").readlink() == Path("versions/9.9.9")
    assert records(target, worked_in) == before
    assert "哈希链：完整" in alone(program, "doctor", "--verify", "--workspace", worked_in)
    assert "直接切换" in alone(unpacked / "install.sh", target)
    assert (target / "current").readlink() != Path("versions/9.9.9")
    assert records(target, worked_in) == before


def test_a_changed_bundle_is_not_installed(unpacked: Path, tmp_path: Path):
    """One wheel that is not the one that was sealed stops it before anything is written."""
    other = tmp_path / "bundle"
    shutil.copytree(unpacked, other)
    with next((other / "wheels").glob("click-*.whl")).open("ab") as wheel:
        wheel.write(b"x")
    assert "被改动" in alone(other / "install.sh", tmp_path / "target", status=2)
    assert not (tmp_path / "target").exists()
