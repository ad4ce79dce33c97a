"""Faults in 层级和部门 and 备注."""

from workbench.sample.faults.fault import Change, Fault, Subject, alone, always, of_city, provincial


def _blank(_: Subject) -> Change:
    return {"levels_and_departments": ""}


def _levels_alone(subject: Subject) -> Change:
    names = {"省": "省级", "市": "市级", "县": "县级"}
    return {"levels_and_departments": "、".join(names[letter] for letter in subject.draft.levels)}


def _short_name(subject: Subject) -> Change:
    right = subject.office.levels(subject.draft.levels)
    return {"levels_and_departments": right.replace(subject.office.province, subject.unit.name)}


def _has_short_name(subject: Subject) -> bool:
    return provincial(subject) and "省" in subject.draft.levels and subject.office.province != subject.unit.name


def _government(_: Subject) -> Change:
    return {"levels_and_departments": "省级：省人民政府"}


def _inner_office(subject: Subject) -> Change:
    return {"levels_and_departments": f"省级：{subject.office.province}行政审批处"}


def _with_province(subject: Subject) -> Change:
    bureau = subject.office.city.removeprefix("市").replace("局", "厅")
    return {"levels_and_departments": f"省级：省{bureau}；" + subject.office.levels(subject.draft.levels)}


def _entrusted(_: Subject) -> Change:
    return {"remarks": "委托实施"}


FAULTS = (
    Fault("LEVEL-REQUIRED", "层级和部门空白", alone, _blank),
    Fault("LEVEL-REQUIRED", "只写层级，没有部门", always, _levels_alone),
    Fault("AGENCY-NAME", "实施主体写简称", _has_short_name, _short_name),
    Fault("AGENCY-GOV", "实施主体写人民政府", provincial, _government),
    Fault("AGENCY-SUBJECT", "实施主体写内设机构", provincial, _inner_office),
    Fault("LEVEL-CITY-ONLY", "市设目录出现省级", of_city, _with_province),
    Fault("AGENCY-ENTRUST", "委托实施未注明机关和依据", alone, _entrusted),
)
