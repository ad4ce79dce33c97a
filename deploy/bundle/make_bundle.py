"""Makes the bundle: one archive from which the workbench is installed on a machine without any network.

    python deploy/bundle/make_bundle.py [--docs site] [--out dist]

It holds the wheel of the project and of all that it needs at run time in the exact versions of ``constraints.txt``,
``requirements.txt`` with the hash of each, the documentation, and ``install.sh``. The wheels are for the Python and
the processor that make it: make it on a machine of the same kind as the one it is for.
"""

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
#: What the machine must have from Debian: the first two to run, the third where a browser runs on it, the last for PostgreSQL.
DEBIAN = ("python3", "python3-venv", "fonts-noto-cjk", "postgresql-client")


def pip(*words: str | Path) -> None:
    """Run pip of this environment, and end with its words when it fails."""
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, words)], check=True)


def collect(wheels: Path) -> Path:
    """Put all wheels into a folder, and give the project's own."""
    pip("wheel", "--quiet", "--no-build-isolation", "--no-deps", "--wheel-dir", wheels, ROOT)
    own = next(wheels.glob("review_workbench-*.whl"))
    pip("wheel", "--quiet", "--wheel-dir", wheels, "--constraint", ROOT / "constraints.txt", own)
    return own


def hashed(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def requirements(wheels: Path) -> str:
    """One line a wheel: name, version, hash."""
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name.replace('_', '-')}=={version} --hash=sha256:{hashed(wheel)}")
    return "\n".join(lines) + "\n"


def lay_out(folder: Path, docs: Path | None) -> None:
    """Everything but the list of sums."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    collect(wheels)
    (folder / "requirements.txt").write_text(requirements(wheels), encoding="utf-8")
    (folder / "python.txt").write_text(f"{sysconfig.get_python_version()} {platform.machine()}\n", encoding="utf-8")
    (folder / "debian-packages.txt").write_text("\n".join(DEBIAN) + "\n", encoding="utf-8")
    for name in ("constraints.txt", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    shutil.copy(HERE / "install.sh", folder)
    if docs:
        shutil.copytree(docs, folder / "docs")


def seal(folder: Path) -> None:
    """Write the sums of all files, which ``install.sh`` compares before it installs anything."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != sums)
    told = [f"{hashed(path)}  {path.relative_to(folder)}\n" for path in files]
    sums.write_text("".join(told), encoding="utf-8")


def make(out: Path, docs: Path | None) -> Path:
    """Make the archive in ``out``, and give its path."""
    with tempfile.TemporaryDirectory() as scratch:
        laid = Path(scratch) / "bundle"
        lay_out(laid, docs)
        version = next((laid / "wheels").glob("review_workbench-*.whl")).name.split("-")[1]
        name = f"review-workbench-{version}-py{sysconfig.get_python_version()}-{platform.machine()}"
        seal(laid)
        out.mkdir(parents=True, exist_ok=True)
        archive = out / f"{name}.tar.gz"
        with tarfile.open(archive, "w:gz", compresslevel=1) as packed:
            packed.add(laid, name)
    return archive


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder of the archive")
    parser.add_argument("--docs", type=Path, help="folder of the built documentation")
    asked = parser.parse_args()
    print(make(asked.out, asked.docs))
