"""WF-PUBLISH."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

#: What may be said behind a version in which only what is secret was left out.
WITHOUT_SECRETS = re.compile(r"[(\[]?(?:仅|已|只)?(?:隐去|剔除|删除|去除|不含|扣除)?(?:部分)?(?:涉密|保密).*")


def wf_publish(item: Item, context: Context) -> Iterator[Finding]:
    """公开的内容与审定的版本不一致。

    What: a channel shows another version than the approved one; leaving out secret rows is no difference.
    Why: 明电52号 三(三) 「要公开本级或本部门的政务服务事项目录和办事指南，确保线上线下信息内容准确一致。」
    Example: 审定 v7，政务大厅 v6.
    Remedy: 按审定版本重新公布.
    """
    del context
    meta: Mapping[str, Any] = item.meta or {}
    approved, published = meta.get("approved_version"), meta.get("published")
    if approved is None or not isinstance(published, Mapping):
        return
    other = [
        f"{channel}（{version}）"
        for channel, version in published.items()
        if version is not None and _version(version) != _version(approved)
    ]
    if other:
        yield RULE.finding(
            f"公开内容与审定版本“{approved}”不一致：{'、'.join(other)}（明电52号 三(三)），请按审定版本重新公布。"
        )


def _version(told: object) -> str:
    """A version without the note that what is secret was left out."""
    return WITHOUT_SECRETS.sub("", fold(str(told)))


RULE = Rule(
    code="WF-PUBLISH",
    name="公开内容与审定版本不一致",
    clause="明电52号 三(三)",
    quote="要公开本级或本部门的政务服务事项目录和办事指南，确保线上线下信息内容准确一致。",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=wf_publish,
)
