"""Faults in the rank of 设定依据 (附件1 chapter 4)."""

from collections.abc import Callable

from workbench.records import CatalogueKind
from workbench.sample.cities import cities, document
from workbench.sample.faults.fault import Change, Fault, Subject
from workbench.sample.faults.on_types import CONFIRMATION, GRANT, LEVY, PERMIT, PUBLIC_SERVICE
from workbench.sample.statutes import Provision, Statute, cell

_STANDARD = Statute("标准规范", "政务服务中心运行规范", "GB/T32169.1-2015")


def _only(statute: Statute, article: tuple[str, str]) -> Change:
    return {"legal_basis": cell((Provision(statute, (article,)),))}


def _on_a_notice(subject: Subject) -> Change:
    """The department's own notice as the only basis."""
    number = f"{subject.office.number}〔{subject.chance.randint(2011, 2016)}〕{subject.chance.randint(5, 90)}号"
    statute = Statute("规范性文件", f"{subject.unit.full_name}关于规范{subject.draft.name}工作的通知", number)
    return _only(statute, ("二、（一）", f"各地应当按照规定的条件和程序实施{subject.draft.name}，不得擅自增加环节。"))


def _on_a_city_document(subject: Subject) -> Change:
    city = subject.chance.choice(list(cities().values()))
    statute = document(city, "文件", f"{city.name}人民政府关于做好{subject.draft.name}工作的意见")
    return _only(statute, ("三、（二）", f"有关部门应当做好{subject.draft.name}工作，公开办理条件。"))


def _on_a_standard(subject: Subject) -> Change:
    return _only(_STANDARD, ("4.2.1", f"办事窗口应当提供{subject.draft.name}服务，并公开服务流程。"))


def _on_a_bureau_notice(subject: Subject) -> Change:
    """The city bureau's notice: 沈民发 instead of 沈政发."""
    bureau = subject.draft.agency[:1]
    letters = subject.office.number.replace("政", "审" if bureau == "政" else bureau)
    number = f"{letters}〔{subject.chance.randint(2013, 2016)}〕{subject.chance.randint(5, 60)}号"
    statute = Statute("规范性文件", f"关于做好{subject.draft.name}工作的通知", number)
    return _only(statute, ("二、（一）", f"各区县应当做好{subject.draft.name}工作，公开办理条件和程序。"))


def _on_a_government_document(subject: Subject) -> Change:
    city = cities()[subject.unit.name]
    statute = document(city, "文件", f"{city.name}人民政府关于做好{subject.draft.name}工作的意见")
    return _only(statute, ("三、（二）", f"有关部门应当依法做好{subject.draft.name}工作，公开办理条件。"))


def _in(kind: CatalogueKind, *item_types: str, subject: Subject) -> bool:
    return subject.kind is kind and subject.draft.item_type in item_types


def _provincial(*item_types: str) -> Callable[[Subject], bool]:
    return lambda subject: _in(CatalogueKind.PROVINCIAL, *item_types, subject=subject)


def _city(*item_types: str) -> Callable[[Subject], bool]:
    return lambda subject: _in(CatalogueKind.CITY, *item_types, subject=subject)


FAULTS = (
    Fault("BASIS-RANK-PERMIT", "许可仅以部门文件为依据", _provincial(PERMIT), _on_a_notice),
    Fault("BASIS-RANK-LEVY", "征收仅以部门文件为依据", _provincial(LEVY), _on_a_notice),
    Fault("BASIS-RANK-CONFIRM", "确认仅以部门文件为依据", _provincial(CONFIRMATION), _on_a_notice),
    Fault("BASIS-RANK-GRANT", "给付仅以部门文件为依据", _provincial(GRANT), _on_a_notice),
    Fault("BASIS-RANK-PUBLIC", "公共服务仅以市级文件为依据", _provincial(PUBLIC_SERVICE), _on_a_city_document),
    Fault("BASIS-RANK-GRANT-GENERAL", "公共服务仅以标准为依据", _provincial(PUBLIC_SERVICE), _on_a_standard),
    Fault("BASIS-CITY-RANGE", "市设事项仅以市部门文件为依据", _city(PUBLIC_SERVICE), _on_a_bureau_notice),
    Fault(
        "BASIS-CITY-NORM-CONFLICT",
        "市设确认、给付仅以市政府文件为依据",
        _city(CONFIRMATION, GRANT),
        _on_a_government_document,
    ),
)
