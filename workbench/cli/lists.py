"""``workbench lists``: the reference lists that are loaded, and templates for those that are not."""

import click

from workbench import checks
from workbench.cli.lines import show_table, tell, write
from workbench.cli.options import Workspace, format_option, opens_workspace
from workbench.review import LoadedFile, References, write_templates

COLUMNS = ("清单", "状态", "条数", "版本", "日期", "文件", "需要它的规则")


@click.command()
@click.option("--templates", is_flag=True, help="为没有导入的清单在 data/reference 中写出空白式样。")
@format_option
@opens_workspace
def lists(workspace: Workspace, templates: bool, form: str) -> None:
    """参考清单：导入了哪些、哪一版、哪些规则在等。"""
    if templates:
        for path in write_templates(workspace.reference_folder):
            click.echo(f"已写出式样：{path}", err=form == "jsonl")
    loaded = workspace.references
    if form == "jsonl":
        for each in checks.LISTS:
            write(_record(each, loaded))
    else:
        show_table("参考清单", COLUMNS, [_row(each, loaded) for each in checks.LISTS])
    tell(loaded.problems)


def _files(each: checks.ReferenceList, loaded: References) -> list[LoadedFile]:
    return [file for file in loaded.files if file.name == each.name and file.entries]


def _row(each: checks.ReferenceList, loaded: References) -> tuple[object, ...]:
    files = _files(each, loaded)
    return (
        each.name,
        "已导入" if files else "未导入",
        sum(file.entries for file in files),
        "、".join(dict.fromkeys(file.version for file in files if file.version)),
        "、".join(dict.fromkeys(file.date for file in files if file.date)),
        "、".join(file.file for file in files),
        "、".join(checks.asking_for(each.name)),
    )


def _record(each: checks.ReferenceList, loaded: References) -> dict[str, object]:
    files = _files(each, loaded)
    return {
        "list": each.name,
        "loaded": bool(files),
        "entries": sum(file.entries for file in files),
        "files": [{"file": f.file, "version": f.version, "date": f.date, "sha256": f.sha256} for f in files],
        "rules": list(checks.asking_for(each.name)),
    }
