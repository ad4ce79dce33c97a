"""Faults in 事项 and 子项, and in the numbering."""

from workbench.sample.faults.fault import Change, Fault, Subject
from workbench.sample.faults.on_types import CONFIRMATION, GRANT, LEVY, PERMIT, PUBLIC_SERVICE
from workbench.sample.statutes import chinese

_PERMITTING = ("审批", "许可", "核发", "核准")
_VERB = 2


def _renamed(subject: Subject, name: str) -> Change:
    """The name that the row goes by: the sub-item's where it has one."""
    return {"item_name" if subject.single else "sub_item_name": name}


def _ends(item_type: str, ending: str | tuple[str, ...], subject: Subject) -> bool:
    """A main item of this type that stands alone and ends so: frames are judged on main items."""
    return subject.single and subject.draft.item_type == item_type and subject.name.endswith(ending)


def _levy(subject: Subject) -> Change:
    return _renamed(subject, "征收" + subject.name.removesuffix("的征收"))


def _confirmation(subject: Subject) -> Change:
    matter, _, act = subject.name.removeprefix("对").rpartition("的")
    return _renamed(subject, f"{matter}{act}工作")


def _grant(subject: Subject) -> Change:
    return _renamed(subject, subject.name.removesuffix("的给付") + "发放")


def _prelim(subject: Subject) -> Change:
    return _renamed(subject, f"{subject.name}初审")


def _noun(subject: Subject) -> Change:
    return _renamed(subject, subject.name.removesuffix("查询") + "信息管理工作")


def _two_names(subject: Subject) -> Change:
    return {"item_name": f"{subject.name}\n{subject.name[:-_VERB]}备案"}


def _numeral(subject: Subject) -> Change:
    return {"seq": f"{chinese(subject.chance.randint(2, 30))}、"}


FAULTS = (
    Fault("NAME-LEVY", "征收名称未用“…的征收”", lambda s: _ends(LEVY, "的征收", s), _levy),
    Fault("NAME-CONFIRM", "确认名称未用“对…的…”", lambda s: _ends(CONFIRMATION, "", s), _confirmation),
    Fault("NAME-GRANT", "给付名称未用“…的给付”", lambda s: _ends(GRANT, "的给付", s), _grant),
    Fault("SCOPE-PRELIM", "初审事项列入目录", lambda s: s.draft.item_type == PERMIT, _prelim),
    Fault("NAME-FRAME", "名称没有行使方式", lambda s: _ends(PUBLIC_SERVICE, "查询", s), _noun),
    Fault("NAME-ONE", "一个单元格写了两个名称", lambda s: _ends(PERMIT, _PERMITTING, s), _two_names),
    Fault("FORM-SEQ", "序号不是阿拉伯数字", lambda s: s.single, _numeral),
)
