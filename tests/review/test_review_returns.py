"""Returns workbooks by file: none replaces another, and one that cannot be answered stops no other."""

import logging

TABLE = "序号,事项名称,事项类型,设定依据,层级和部门,备注\n1,{},行政许可,《某法》,省级,\n"
CASE = '{"id":"1","catalogue":"省目录","org":"省民委","row":{"事项":"清真食品许可","子项":"","设定依据":""}}\n'


def test_files_of_one_name_are_answered_apart(office, tmp_path):
    """Two units of a group that call their file the same get a returns workbook each."""
    for unit in ("省水利厅", "省林业厅"):
        (tmp_path / unit).mkdir()
        (tmp_path / unit / "目录.csv").write_text(TABLE.format(f"{unit}许可"), encoding="utf-8")
        (line,) = office.intake([tmp_path / unit / "目录.csv"], unit=unit, kind="省目录")
        assert line.status == "新收"
    assert {path.name for path in office.returns()} == {"省水利厅-省目录-目录.xlsx", "省林业厅-省目录-目录.xlsx"}


def test_a_file_without_a_form_to_answer_in_stops_no_other(office, tmp_path, caplog):
    """JSON lines have no sheet: that is told, and the other unit's verdict goes out."""
    (tmp_path / "省民委.jsonl").write_text(CASE, encoding="utf-8")
    (tmp_path / "省水利厅省目录.csv").write_text(TABLE.format("取水许可"), encoding="gb18030")
    office.intake([tmp_path / "省民委.jsonl", tmp_path / "省水利厅省目录.csv"])
    for item in office.queue("group1")["item"]:
        office.record(item, "return_for_revision", "请补充。", by="group1")
    with caplog.at_level(logging.WARNING):
        assert [path.name for path in office.export_changes()] == ["省水利厅省目录.xlsx"]
    assert "“省民委.jsonl”没有写出反馈工作簿" in caplog.text
    assert office.store.dirty() == []
