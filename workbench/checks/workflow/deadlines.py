"""The printed stages and their last days (明电52号 四; rule book, section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PROVINCE, CITIES = "省政务服务部门", "各市编委办"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its last day (the day itself is in time), who acts, and where it is printed.

    ``day`` is None where the text prints no day (6月初, 适时推进). ``files`` says who has to hand something
    in by that day: :data:`PROVINCE`, :data:`CITIES`, or nobody.
    """

    track: str
    day: date | None
    responsible: str
    task: str
    clause: str
    files: str = ""


def _stage(track: str, printed: str, responsible: str, task: str, clause: str, files: str = "") -> Stage:
    return Stage(track, date.fromisoformat(printed) if printed else None, responsible, task, clause, files)


#: Id in the rule book -> the stage, in the order of the text.
STAGES: Mapping[str, Stage] = {
    "S1-A": _stage("部署启动", "", "省编委办", "编制征求意见稿，召开培训会议（6月初）", "明电52号 四(一)"),
    "S1-B": _stage("部署启动", "2017-06-20", PROVINCE, "制定本系统工作方案", "明电52号 四(一)"),
    "S1-C": _stage("部署启动", "2017-06-30", CITIES, "制定本地区推进方案、培训", "明电52号 四(一)"),
    "S2-P1": _stage("省目录", "2017-07-20", PROVINCE, "报送本系统三级目录", "明电52号 四(二)1", PROVINCE),
    "S2-P2": _stage("省目录", "2017-09-10", "省审核组、省政府法制办、省编委办", "审核、审查、反馈", "明电52号 四(二)1"),
    "S2-P3": _stage("省目录", "2017-09-30", PROVINCE, "形成本部门的部门目录", "明电52号 四(二)1", PROVINCE),
    "S2-P4": _stage("省目录", "2017-09-30", "省编委办", "形成省目录（送审稿），提请省政府审议", "明电52号 四(二)1"),
    "S2-C1": _stage("市设目录", "2017-07-31", CITIES, "审核、审查后报送市设目录", "明电52号 四(二)2", CITIES),
    "S2-C2": _stage(
        "市设目录", "2017-08-31", "省审核组、省政府法制办、省编委办", "审核、审查、反馈各市", "明电52号 四(二)2"
    ),
    "S2-C3": _stage("市设目录", "2017-09-30", CITIES, "提请市政府审议", "明电52号 四(二)2"),
    "S2-C4": _stage("市县目录", "2017-10-15", "市县编委办", "形成本级目录", "明电52号 四(二)2"),
    "S2-C5": _stage("市县目录", "2017-10-31", "市县政务服务部门", "形成部门目录", "明电52号 四(二)2"),
    "S2-G1": _stage("省级指南·共性", "2017-09-30", PROVINCE, "报送共性要素", "明电52号 四(二)3", PROVINCE),
    "S2-G2": _stage(
        "省级指南·共性", "2017-10-25", "省审核组、省政府法制办、省编委办", "审核、审查、反馈", "明电52号 四(二)3"
    ),
    "S2-G3": _stage("省级指南·个性", "2017-11-15", PROVINCE, "补充个性要素，审核完成", "明电52号 四(二)3", PROVINCE),
    "S2-G4": _stage("市县指南", "2017-11-15", "市县政务服务部门", "补充个性要素，审核完成", "明电52号 四(二)4"),
    "S2": _stage("编制阶段", "2017-11-15", "各地区各部门", "完成目录和办事指南编制", "明电52号 四(二)"),
    "S3": _stage("公布", "2017-11-30", "各级政府办公厅（室）、政务大厅、部门", "公布目录和指南", "明电52号 四(三)"),
    "S3b": _stage(
        "公开信息", "2017-12-31", "省政府办公厅、省政务服务管理办公室", "公开全部政务服务信息", "辽政发81号 二(三)"
    ),
    "S4": _stage("动态调整", "2017-12-31", "机构编制部门等", "出台动态管理办法", "明电52号 四(四)"),
    "S5": _stage("深化改革", "", "", "行政处罚、强制、检查、裁决等标准化（适时推进）", "明电52号 四(五)"),
}
