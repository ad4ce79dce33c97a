"""Faults in 事项类型."""

from collections.abc import Callable

from workbench.records import ITEM_TYPES
from workbench.sample.faults.fault import Change, Fault, Subject, always

PERMIT, LEVY, CONFIRMATION, GRANT, PUBLIC_SERVICE = ITEM_TYPES


def of_type(item_type: str) -> Callable[[Subject], bool]:
    """For faults of one type."""
    return lambda subject: subject.draft.item_type == item_type


def _typed(value: str) -> Callable[[Subject], Change]:
    return lambda _: {"item_type": value}


FAULTS = (
    Fault("SCOPE-TYPE-5", "事项类型不在五类之内", of_type(PERMIT), _typed("行政审批")),
    Fault("SCOPE-STAGE5", "事项类型为第五阶段的行政权力", of_type(CONFIRMATION), _typed("行政检查")),
    Fault("SCOPE-OTHER-POWER", "事项类型写作其他行政权力", always, _typed("其他行政权力")),
    Fault("TYPE-TERM", "事项类型少写“事项”二字", of_type(PUBLIC_SERVICE), _typed("公共服务")),
)
