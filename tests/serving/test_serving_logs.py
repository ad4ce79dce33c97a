"""What the server writes into its log."""

import json
import logging
import stat
import sys
from pathlib import Path

from workbench.serving.logs import Lines, write_logs


def record(name: str, text: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.ERROR, "", 0, text, values, None)


def told(given: logging.LogRecord) -> dict[str, str]:
    return json.loads(Lines().format(given))


def test_a_line_is_an_object():
    """When, how grave, whose and what; our own sentences in full, on one line."""
    line = told(record("workbench.serving", "导出失败：%s\n请重试", "a.xlsx"))
    assert (line["level"], line["logger"], line["message"]) == (
        "ERROR",
        "workbench.serving",
        "导出失败：a.xlsx\n请重试",
    )
    assert "\n" not in Lines().format(record("workbench", "a\nb"))


def test_libraries_do_not_bring_in_what_was_sent():
    """Of a library's sentence the pattern is kept; user names, addresses and cookies are values of it."""
    line = told(record("tornado.general", "Invalid cookie %r from %s", "secret", "10.1.2.3"))
    assert line["message"] == "Invalid cookie %r from %s"


def test_of_a_fault_the_kind_and_the_places_are_kept():
    """An exception's text may quote what a reviewer wrote, so it is left out."""
    given = record("workbench.x", "失败")
    try:
        int("张三")
    except ValueError:
        given.exc_info = sys.exc_info()
    line = told(given)
    assert line["fault"] == "ValueError"
    assert line["places"].startswith("test_serving_logs.py:")
    assert "张三" not in json.dumps(line, ensure_ascii=False)


def test_log_files_are_private_and_begun_anew(tmp_path: Path, monkeypatch):
    """A full log is put aside, and only so many are kept; nobody else reads any of them."""
    monkeypatch.setattr("workbench.serving.logs.LARGEST", 400)
    monkeypatch.setattr("workbench.serving.logs.KEPT", 2)
    root = logging.getLogger()
    kept, level = list(root.handlers), root.level
    try:
        root.handlers = []
        write_logs(tmp_path / "logs" / "server.jsonl")
        for number in range(20):
            logging.getLogger("workbench.x").warning("第 %d 句，足够长，几句就写满一个文件", number)
        logging.shutdown([lambda: root.handlers[0]])
    finally:
        root.handlers, root.level = kept, level
    files = sorted((tmp_path / "logs").iterdir())
    assert [file.name for file in files] == ["server.jsonl", "server.jsonl.1", "server.jsonl.2"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
