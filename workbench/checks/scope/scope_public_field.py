"""SCOPE-PUBLIC-FIELD."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import names_of
from workbench.checks.row_facts import PUBLIC_SERVICE, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: The name ends with, or begins with, a verb of power; 许可证查询 and 征收政策咨询 serve, and so does 核发社会保障卡.
POWER = re.compile(
    r"(?:(?<!不)(?:审批|核准|许可|征收|处罚)|许可证?书?(?:的)?(?:核发|审批|颁发|发放|换发|核准|办理|延续|变更|注销|首次申领))"
    r"(?=(?:[（(][^）)]*[）)])?\s*$)"
    r"|核发[\u4e00-\u9fa5]{1,20}许可证(?=(?:[（(][^）)]*[）)])?\s*$)"
    r"|^(?:审批|核准|征收|处罚)(?=[\u4e00-\u9fa5]{2})(?![\u4e00-\u9fa5]*(?:查询|咨询|公开|公示|发布|指导|服务|宣传|培训|告知|进度|结果)$)"
)


def scope_public_field(item: Item, context: Context) -> Iterator[Finding]:
    """公共服务事项的名称是审批、许可、征收、处罚。

    What: a public service whose name ends, or begins, with a verb of power.
    Why: 附件1 2.4.6.1 「公共服务事项包括有关公共教育、劳动就业……等满足创新创业需求的综合服务事项。」
    Example: 烟花爆竹经营许可（公共服务事项）.
    Remedy: 核实类型.
    """
    del context
    if item.row is None or type_of(item) != PUBLIC_SERVICE:
        return
    for field, name in names_of(item.row):
        if found := POWER.search(name):
            yield RULE.finding(
                f"“{name}”具有审批（征收）性质（“{found.group()}”），与公共服务事项的范围不符（附件1 2.4.6.1），请核实类型。",
                field=field,
                excerpt=found.group(),
                span=found.span(),
            )
            return


RULE = Rule(
    code="SCOPE-PUBLIC-FIELD",
    name="公共服务有审批性质",
    clause="附件1 2.4.6.1",
    quote="公共服务事项包括有关公共教育、劳动就业、社会保障、医疗卫生、住房保障、文化体育、扶贫脱贫等与群众日常生活密切相关的公共服务事项，以及有关政策支持、法律和信息咨询、知识产权保护、就业技能培训等满足创新创业需求的综合服务事项。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_public_field,
    verdict="reclassify",
)
