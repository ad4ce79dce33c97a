"""The reference lists that the handbook names but does not print (rule book, section 7)."""

from dataclasses import dataclass
from functools import lru_cache

from workbench.records.tidy import bare


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One loadable list: the name that rules ask for, other names of it, and what it holds.

    ``by_unit`` says that each unit has a list of its own, all of them together being one list here;
    ``sharpens`` are rules that run without it and judge more exactly with it.
    """

    name: str
    about: str
    aliases: tuple[str, ...] = ()
    by_unit: bool = False
    sharpens: tuple[str, ...] = ()


#: The statutes that the workspace knows besides those of the package's index.
STATUTE_LIST = "法规索引"

#: Every list that a rule asks for, or that makes a rule's answer sharper.
LISTS = (
    ReferenceList(
        "中央指定清单",
        "中央指定地方实施的行政许可事项：名称、部门、设定依据",
        ("中央指定地方实施行政许可事项清单", "中央指定地方实施的行政许可事项目录"),
    ),
    ReferenceList("江苏取消事项清单", "江苏省已取消、下放或转为内部管理的事项名称", ("江苏取消清单",)),
    ReferenceList(
        "江苏权力清单",
        "江苏省权力清单的事项名称和类型（江苏划入征收、给付、确认的）",
        ("江苏类型清单",),
        sharpens=("SCOPE-OTHER-POWER",),
    ),
    ReferenceList(
        "权责清单",
        "各部门权责清单的事项名称、类型、部门、依据",
        ("权力清单", "部门权责清单", "省政府部门权责清单"),
        by_unit=True,
        sharpens=("SCOPE-OTHER-POWER",),
    ),
    ReferenceList(
        "公共服务事项目录",
        "各部门公共服务事项的名称、部门、依据",
        ("公共服务目录", "公共服务清单", "省公共服务事项目录"),
        by_unit=True,
    ),
    ReferenceList(
        "辽宁省行政事业性收费和政府性基金目录清单",
        "收费项目、基金的名称、部门和文件依据",
        ("收费基金目录清单", "收费目录清单", "收费清单"),
    ),
    ReferenceList(
        "废止法规清单", "已废止、失效的法律、法规、规章、文件的名称（文号写在依据栏）", ("废止文件", "废止库")
    ),
    ReferenceList(
        "行政审批中介服务清单",
        "中介服务的名称、涉及的审批部门、设定依据",
        ("中介服务清单", "中介清单", "行政审批中介服务事项目录"),
        sharpens=("MED-BASIS",),
    ),
    ReferenceList(
        "共享材料词典",
        "可以通过信息共享取得的证照、证明的名称和发证部门",
        ("共享材料清单", "共享材料"),
        sharpens=("MAT-SHARED",),
    ),
    ReferenceList(
        "可核验材料词典",
        "可以联网核验的材料名称和核验途径（写在备注栏）",
        ("可核验材料清单",),
        sharpens=("MAT-NETVERIFY",),
    ),
    ReferenceList(
        STATUTE_LIST,
        "程序自带的法规索引以外的法律、法规、规章、文件：名称、位阶、制定机关、最近修订的年份、简称（多个用分号隔开）",
        ("法律法规索引", "法规文件索引", "法规库"),
        sharpens=("BASIS-FULLNAME", "BASIS-LABEL-MATCH"),
    ),
)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, ReferenceList]:
    return {bare(name): each for each in LISTS for name in (each.name, *each.aliases)}


def list_named(text: str) -> ReferenceList | None:
    """The list with this name or alias; punctuation, blanks and width do not count."""
    return _by_name().get(bare(text))
