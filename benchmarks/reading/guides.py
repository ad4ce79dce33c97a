"""Reading guides: ours beside openpyxl and python-calamine alone, all doing the same work with merged cells resolved.

Run: ``python benchmarks/reading/guides.py [GUIDES ...]`` (10,000 where none are given). Prints a Markdown table: seconds and
peak memory, each way in a process of its own, whose children count too. The guides are the printed form with five
materials of twelve sub-fields, 200 forms on sheets of one workbook, and each guide in a file of its own.

Every way gives each guide's elements and materials. openpyxl and calamine know where label, content and materials of
this one form stand; ours finds out for any layout, checks each file for attacks in a process with limits, keeps the place
of every value, reads which boxes are ticked, and accounts for every cell.
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

SIZES = (10_000,)
IN_ONE_FILE = 200
LABEL, CONTENT = 1, 2
OURS = "workbench, guarded, with places and report"
Guides = Iterator[tuple[dict[str, str], list[tuple[str, ...]]]]
Merges = Iterable[tuple[int, int, int, int]]


def with_openpyxl(paths: Sequence[Path]) -> Guides:
    """openpyxl, which is needed in full for the merged cells."""
    import openpyxl

    for path in paths:
        for page in openpyxl.load_workbook(path).worksheets:
            rows = [["" if value is None else str(value) for value in row] for row in page.values]
            merges = [(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in page.merged_cells.ranges]
            yield form(rows, merges)


def with_calamine(paths: Sequence[Path]) -> Guides:
    """python-calamine alone."""
    import python_calamine

    for path in paths:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                page = book.get_sheet_by_name(name)
                rows = [[str(value) for value in row] for row in page.to_python(skip_empty_area=False)]
                merges = [(top, left, bottom, right) for (top, left), (bottom, right) in page.merged_cell_ranges or ()]
                yield form(rows, merges)


def form(rows: list[list[str]], merges: Merges) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """The elements and materials of the form as it is written here."""
    for top, left, bottom, right in merges:
        if left >= CONTENT and bottom > top:
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [rows[top][left]] * (right + 1 - left)
    elements: dict[str, list[str]] = {}
    materials: list[tuple[str, ...]] = []
    label = ""
    for row in rows:
        label = row[LABEL].split("\n")[0] or ("" if row[0] else label)
        if label == "申请材料":
            materials.append(tuple(row[CONTENT:]))
        elif label:
            elements.setdefault(label, []).append(" ".join(text for text in row[CONTENT:] if text))
    return {name: "\n".join(lines) for name, lines in elements.items()}, materials[1:]


def with_workbench(paths: Sequence[Path]) -> Guides:
    """The product's own reader, its guarded process included."""
    from workbench.records import MATERIAL_FIELDS
    from workbench.workbooks import read_submission

    for path in paths:
        for read in read_submission(path).guides:
            elements = dict(read.guide.elements)
            elements["行政层级"] = elements.pop("行使层级")
            yield elements, [tuple(map(each.text, MATERIAL_FIELDS)) for each in read.guide.materials]


WAYS: dict[str, Callable[[Sequence[Path]], Guides]] = {
    "openpyxl": with_openpyxl,
    "calamine alone": with_calamine,
    OURS: with_workbench,
}


def write(folder: Path, guides: int, in_one: int) -> None:
    """So many guides in workbooks of ``in_one`` sheets."""
    from workbench.records import ELEMENTS, MATERIAL_FIELDS, Guide, Material
    from workbench.workbooks.guide_writing import topic_lists, write_guides

    folder.mkdir()
    names = [element.name for element in ELEMENTS if element.name != "申请材料"]
    materials = tuple(
        Material({field: "甲类" if field == "事项名称" else f"{field}{number}" for field in MATERIAL_FIELDS})
        for number in range(5)
    )
    for start in range(0, guides, in_one):
        batch = []
        for number in range(start, min(start + in_one, guides)):
            texts = {name: f"第{number}号事项的{name}，" + "按照有关规定办理。" * 4 for name in names}
            texts |= {"事项名称": f"第{number}号许可", "事项类型": topic_lists(["户籍办理"], ["设立变更"])}
            batch.append(Guide(elements=texts, materials=materials))
        write_guides(folder / f"{start:06}.xlsx", batch)


def one_way(way: str, folder: Path) -> None:
    """Read all files once; print a digest of the guides, the seconds and the peak MB of the process and its child."""
    paths = sorted(folder.iterdir())
    began, digest = time.perf_counter(), hashlib.sha256()
    for elements, materials in WAYS[way](paths):
        digest.update(json.dumps([sorted(elements.items()), materials], ensure_ascii=False).encode())
    seconds = time.perf_counter() - began
    if way == OURS:
        from workbench.workbooks.guarded import close

        close()
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(digest.hexdigest(), seconds, peak)


def main(sizes: Sequence[int]) -> None:
    """Print the table; all ways must give the same guides."""
    print("| guides | as | way | seconds | MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for guides in sizes:
            for in_one, what in ((IN_ONE_FILE, f"sheets, {IN_ONE_FILE} a file"), (1, "files")):
                place = Path(folder) / f"{guides}-{in_one}"
                write(place, guides, in_one)
                digests = set()
                for way in WAYS:
                    command = [sys.executable, __file__, "--way", way, str(place)]
                    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
                    digests.add(told[0])
                    print(f"| {guides:,} | {what} | {way} | {float(told[1]):.2f} | {float(told[2]):.0f} |", flush=True)
                assert len(digests) == 1, "the ways give different guides"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        one_way(sys.argv[2], Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
