"""Builds the documentation site into ``site/`` (or the folder that is named): it opens from a folder, without a network.

    python docs/build_site.py [FOLDER]

Two scripts that the theme would load from outside are fetched once, through npm in fixed versions with fixed hashes, and
are then part of the site: the one that draws the diagrams, and the one that lets the search run from a folder.
"""

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parent
SCRIPTS = DOCS / "javascripts"
#: Next to this Python is the npm that the build brought (decision 0003).
TOOLS = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


class Script(NamedTuple):
    """A script of a package: its name here, the package, its version, the file in it, and the file's hash."""

    name: str
    package: str
    version: str
    member: str
    sha256: str


NEEDED = (
    Script(
        "mermaid.min.js", "mermaid", "11.6.0", "package/dist/mermaid.min.js",
        "3a93016a73dc82ba890d919f9bbb176f3da9d98341650c0b517f2595cc68fef8",
    ),
    Script(
        "iframe-worker.js", "iframe-worker", "1.0.4", "package/shim/index.js",
        "e8e412dbcfea9b7e31b5ffa288d7b6035915e714c542f4176a0cdbe262fc9609",
    ),
)  # fmt: skip


def fetch(script: Script) -> None:
    """Put a script into the docs folder unless it is there."""
    target = SCRIPTS / script.name
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == script.sha256:
        return
    with tempfile.TemporaryDirectory() as scratch:
        command = ["npm", "pack", "--silent", "--pack-destination", scratch, f"{script.package}@{script.version}"]
        subprocess.run(command, check=True, env=TOOLS, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(scratch).glob("*.tgz"))) as packed:
            content = packed.extractfile(script.member).read()
    if hashlib.sha256(content).hexdigest() != script.sha256:
        sys.exit(f"{script.package} {script.version} is not what it was: its hash differs.")
    SCRIPTS.mkdir(exist_ok=True)
    target.write_bytes(content)


def build(target: Path) -> None:
    """Build the site; a warning, such as one about a link that leads nowhere, is an error."""
    for script in NEEDED:
        fetch(script)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(target.resolve())]
    subprocess.run(command, check=True, cwd=DOCS.parent, env={**TOOLS, "NO_MKDOCS_2_WARNING": "1"})


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS.parent / "site")
