"""Opens submitted files: nothing is read of what cannot be a submission."""

from pathlib import Path

from workbench.workbooks.guarded.decoding import too_large
from workbench.workbooks.limits import MEGABYTE, Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_AGAIN = "请确认文件存在、未被占用且有读取权限，然后重试"


def content_of(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        UnreadableWorkbook: it is not there, no file, not to be opened, or larger than anything that is read.
        InvalidSetting: a limit is no number.
    """
    limits = Limits.from_environment()
    try:
        if not path.exists():
            raise UnreadableWorkbook("没有这个文件", "请核对文件名和所在的文件夹后重试", path.name)
        if not path.is_file():
            raise UnreadableWorkbook("不是普通文件", "请指明文件本身或其所在的文件夹", path.name)
        if path.stat().st_size > max(limits.file_mb, limits.zip_mb) * MEGABYTE:
            error = too_large(path.stat().st_size, limits)
            raise UnreadableWorkbook(error.reason, error.remedy, path.name)
        return path.read_bytes()
    except PermissionError:
        raise UnreadableWorkbook("没有读取权限", _AGAIN, path.name) from None
    except OSError as error:
        raise UnreadableWorkbook(f"无法打开（{error.strerror or error}）", _AGAIN, path.name) from None
