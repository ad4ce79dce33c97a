"""A service guide (办事指南): 36 elements and its materials, exactly as printed (附件2 三)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.records.place import Place
from workbench.records.rounds import Tie

#: The element that holds the table of materials.
MATERIALS = "申请材料"


@dataclass(frozen=True, slots=True)
class Element:
    """One of the 36 elements: its number on the printed form, its name, and what else it is called.

    ``common`` tells 共性 (the same in the whole province) from 个性 (each implementing body's own).
    """

    number: int
    name: str
    term: str
    clause: str
    common: bool = False
    aliases: tuple[str, ...] = ()


def _common(number: int, name: str, term: str, *aliases: str) -> Element:
    return Element(number, name, term, f"附件2 三(一){number}", True, aliases)


def _individual(number: int, name: str, term: str, *aliases: str) -> Element:
    return Element(number, name, term, f"附件2 三(二){number - 9}", False, aliases)


#: The 36 elements in the order of the printed form.
ELEMENTS = (
    _common(1, "事项名称", "service_item_name"),
    _common(2, "事项类型", "service_topics"),
    _common(3, "设定依据", "legal_basis", "设立依据"),
    _common(4, "权限划分", "authority_division"),
    _common(5, "法定办结时限", "statutory_time_limit"),
    _common(6, "受理条件", "acceptance_conditions"),
    _common(7, MATERIALS, "application_materials"),
    _common(8, "中介服务", "intermediary_services"),
    _common(9, "服务对象", "service_target"),
    _individual(10, "基本编码", "basic_code"),
    _individual(11, "实施编码", "implementation_code"),
    _individual(12, "行使层级", "exercise_level", "行政层级"),
    _individual(13, "行使内容", "exercise_content"),
    _individual(14, "实施机构", "implementing_agency"),
    _individual(15, "实施主体性质", "agency_nature"),
    _individual(16, "联办机构", "co_handling_agencies"),
    _individual(17, "办理流程", "handling_process"),
    _individual(18, "数量限制", "quota_limit"),
    _individual(19, "结果名称", "result_name"),
    _individual(20, "结果样本", "result_sample"),
    _individual(21, "是否收费", "is_charged"),
    _individual(22, "收费标准", "fee_standard"),
    _individual(23, "收费依据", "fee_basis"),
    _individual(24, "办件类型", "case_type"),
    _individual(25, "承诺办结时限", "committed_time_limit"),
    _individual(26, "通办范围", "cross_region_scope"),
    _individual(27, "办理形式", "handling_mode"),
    _individual(28, "预约办理", "appointment"),
    _individual(29, "网上支付", "online_payment"),
    _individual(30, "物流快递", "express_delivery"),
    _individual(31, "运行系统", "operating_system_level"),
    _individual(32, "办理地点", "service_location"),
    _individual(33, "办理时间", "service_hours"),
    _individual(34, "咨询电话", "inquiry_phone"),
    _individual(35, "常见问题", "faq"),
    _individual(36, "监督电话", "supervision_phone"),
)

#: The 12 sub-fields of 申请材料, the form's and the text's together (rule book, I-07) -> term.
MATERIAL_FIELDS = {
    "事项名称": "material_item",
    "序号": "material_seq",
    "材料名称": "material_name",
    "设定依据": "material_basis",
    "材料类型": "material_type",
    "材料样本": "material_sample",
    "电子表单": "electronic_form",
    "来源渠道": "source_channel",
    "纸质材料份数和规格": "paper_copies_and_spec",
    "填报须知": "filling_instructions",
    "受理标准": "acceptance_standard",
    "是否需电子材料": "electronic_required",
}

#: The fields of a step of 办理流程 (附件2 三(二)8).
STEP_FIELDS = ("环节", "开始时间", "结束时间", "办理时长", "申请人员", "办事窗口")


@dataclass(frozen=True, slots=True)
class Material:
    """One row of the table of materials: printed sub-field -> text; an absent one is unknown.

    ``extra`` are columns that are none of the twelve, under their own heading.
    """

    values: Mapping[str, str]
    extra: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """The text of a sub-field; None where it is unknown, ``""`` where it is blank."""
        return self.values.get(name)

    @property
    def name(self) -> str:
        """材料名称, blank where unknown."""
        return self.values.get("材料名称", "")


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide: printed name of an element -> its text as printed, tick marks and all.

    An absent element is unknown, ``""`` is blank. ``materials`` is None where the table is unknown and
    empty where it has no rows (``elements["申请材料"]`` may then say 无). ``steps`` are the printed steps of
    办理流程 with :data:`STEP_FIELDS`, ``topics_natural`` and ``topics_legal`` the options ticked in the lists
    面向自然人 and 面向法人 of 事项类型, each None where unknown. ``remarks`` is the 备注 of its catalogue row.
    """

    elements: Mapping[str, str]
    materials: tuple[Material, ...] | None = None
    steps: tuple[Mapping[str, str], ...] | None = None
    topics_natural: tuple[str, ...] | None = None
    topics_legal: tuple[str, ...] | None = None
    remarks: str | None = None
    org: str | None = None
    catalogue: str | None = None
    region: str | None = None

    def text(self, name: str) -> str | None:
        """The text of an element; None where it is unknown, ``""`` where it is blank."""
        return self.elements.get(name)

    @property
    def name(self) -> str:
        """事项名称, blank where unknown."""
        return self.elements.get("事项名称", "")


def material_field(index: int, name: str) -> str:
    """Name of a material's sub-field in ``GuideEntry.cells``: ``申请材料[0].材料名称``, counted from 0."""
    return f"{MATERIALS}[{index}].{name}"


@dataclass(frozen=True, slots=True)
class GuideEntry:
    """A guide of a unit as taken in; ``matter`` is the item of its catalogue row, None where it has none.

    ``item`` is a stable id, the same after a re-upload. ``cells`` maps an element's name, or
    :func:`material_field`, to the cell that holds it. ``order`` are the labels found on the form, top to bottom.
    ``tie`` says what tells its catalogue row, None where there is none.
    """

    item: str
    unit: str
    kind: str
    round: int
    region: str
    guide: Guide
    place: Place
    matter: str | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    position: int = 0
    tie: Tie | None = None
