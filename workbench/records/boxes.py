"""The characters that forms show for a ticked and for an open box, those of the symbol fonts' private range included."""

CHOSEN = "☑☒✅🗹√✓✔■◆●◉▣þ\uf052\uf0fe\uf0fd"
OPEN = "□☐⬜◻○◯◇▢❏❑¨\uf0a8\uf06f\uf0a3"
