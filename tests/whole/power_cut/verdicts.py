"""Run by a test beneath strace: records three verdicts, saying so after each, and writes the returns workbook."""

import os
import sys
from pathlib import Path

from workbench.review import open_workspace

workspace = open_workspace(Path(sys.argv[1]))
(item,) = workspace.matters()["item"]
for opinion in ("一。", "二。", "三。"):
    event = workspace.record(item, "return_for_revision", opinion, by="group1")
    os.write(1, f"acknowledged {event.event}\n".encode())
workspace.export_changes()
os.write(1, b"exported\n")
