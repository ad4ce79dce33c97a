"""Where the scripts and style sheets of the widgets are."""

from pathlib import Path

_ROOM = Path(__file__).parent.parent


def script(name: str) -> str:
    """The built module ``name``.

    Raises:
        FileNotFoundError: it has not been built.
    """
    path = _ROOM / "static" / f"{name}.js"
    if not path.is_file():
        message = (
            f"缺少 {path}：页面脚本尚未生成。请在 {_ROOM / 'js'} 中执行“npm ci && npm run build”（需要 Node），"
            "或安装带有该文件的安装包。"
        )
        raise FileNotFoundError(message)
    return path.read_text(encoding="utf-8")


def style(*names: str) -> str:
    """The style sheets ``names``, one after the other."""
    return "\n".join((_ROOM / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in names)


def assets_present() -> bool:
    """Whether the scripts of all widgets have been built."""
    return all(
        (_ROOM / "static" / f"{name}.js").is_file()
        for name in ("grid", "verdict", "pane", "filters", "keys", "upload", "dialog", "download")
    )
