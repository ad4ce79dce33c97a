"""Faults in the form of 设定依据."""

import re
from collections.abc import Callable
from dataclasses import replace

from workbench.records import ITEM_TYPES
from workbench.sample.cities import cities, document
from workbench.sample.faults.fault import Change, Fault, Subject, alone, always, of_city, provincial
from workbench.sample.statutes import Provision, Statute, cell, provisions

_COUNTRY = "中华人民共和国"
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
#: A rank that a label wrongly gives, and that no more exact rule speaks of.
_OTHER_LABEL = {"法律": "行政法规", "行政法规": "法律", "地方性法规": "行政法规", "规章": "规范性文件"}
_IN_ORDER_FORM = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日(?:主席令|国务院令)第")
_LAST_BEFORE_STANDARDS = ("法律", "行政法规", "地方性法规", "规章", "规范性文件")


def basis(subject: Subject) -> str:
    """The correct cell."""
    return cell(subject.draft.provisions)


def _written(text: str) -> Callable[[Subject], Change]:
    return lambda _: {"legal_basis": text}


def first(subject: Subject, change: Callable[[Provision], Provision]) -> Change:
    """The cell with the first document changed."""
    head, *others = subject.draft.provisions
    return {"legal_basis": cell((change(head), *others))}


def starts_with(label: str, sign: str = "") -> Callable[[Subject], bool]:
    """Rows whose first document has this rank, and this sign in its title or bracket."""
    return lambda s: s.labels[0] == label and sign in s.draft.provisions[0].statute.heading


def in_order_form(label: str) -> Callable[[Subject], bool]:
    """Rows whose first document is one of this rank with date and order number."""
    return lambda s: s.labels[0] == label and bool(_IN_ORDER_FORM.match(s.draft.provisions[0].statute.note))


def _may_be_mislabelled(subject: Subject) -> bool:
    label = subject.labels[0]
    return label in {"地方性法规", "规章"} or in_order_form(label)(subject)


def _no_articles(subject: Subject) -> Change:
    return {"legal_basis": "\n".join(provision.statute.heading for provision in subject.draft.provisions)}


def _ellipsis(subject: Subject) -> Change:
    text = basis(subject)
    return {"legal_basis": text[: -len(text.rsplit("\n", 1)[1]) // 3] + "……"}


def _cut_off(subject: Subject) -> Change:
    text = basis(subject)
    return {"legal_basis": text[: -len(text.rsplit("\n", 1)[1]) // 4].rstrip("。；：，、")}


def _ends_with_an_article(subject: Subject) -> bool:
    return bool(re.fullmatch(r"第.+条", subject.draft.provisions[-1].articles[-1][0]))


def _reversed(subject: Subject) -> Change:
    return {"legal_basis": cell(subject.draft.provisions[::-1])}


def _reversed_articles(subject: Subject) -> Change:
    turned = tuple(replace(provision, articles=provision.articles[::-1]) for provision in subject.draft.provisions)
    return {"legal_basis": cell(turned)}


def _has_articles(subject: Subject) -> bool:
    return any(len(p.articles) > 1 and p.articles[0][0].startswith("第") for p in subject.draft.provisions)


def _with(**values: str) -> Callable[[Provision], Provision]:
    return lambda provision: replace(provision, statute=replace(provision.statute, **values))


def _short_title(subject: Subject) -> Change:
    return first(subject, _with(title=subject.draft.provisions[0].statute.title.replace(_COUNTRY, "")))


def _unlabelled(subject: Subject) -> Change:
    return {"legal_basis": basis(subject).replace(f"【{subject.labels[0]}】", "", 1)}


def _wrong_label(subject: Subject) -> Change:
    return first(subject, _with(label=_OTHER_LABEL[subject.labels[0]]))


def _no_order_in_label(subject: Subject) -> Change:
    return first(subject, _with(label="行政法规"))


def _is_decision(subject: Subject) -> bool:
    statute = subject.draft.provisions[0].statute
    return subject.labels[0] == "规范性文件" and statute.title.endswith(("意见", "决定", "通知"))


def _no_order(subject: Subject) -> Change:
    note = subject.draft.provisions[0].statute.note
    return first(subject, _with(note=f"{note[:4]}年公布"))


def _no_number(subject: Subject) -> Change:
    note = subject.draft.provisions[0].statute.note
    year = re.search(r"\d{4}", note)
    return first(subject, _with(note=f"{year.group() if year else 2015}年印发"))


def _bad_date(subject: Subject) -> Change:
    note = _DATE.sub("2016年2月30日", subject.draft.provisions[0].statute.note, count=1)
    return first(subject, _with(note=note))


def _one_line(subject: Subject) -> Change:
    return {"legal_basis": basis(subject).replace("\n\u3000\u3000", "")}


def _from_a_city(subject: Subject) -> Change:
    city = subject.chance.choice(list(cities().values()))
    statute = document(city, "文件", f"{city.name}人民政府关于加强{subject.draft.name}工作的意见")
    own = Provision(statute, (("二、（三）", f"进一步规范{subject.draft.name}，公开办理条件和程序。"),))
    return {"legal_basis": cell((*subject.draft.provisions, own))}


def _ends_above_standards(subject: Subject) -> bool:
    """A further document may follow in the right order, and is no condition added to a permit."""
    follows = provincial(subject) and subject.draft.item_type != ITEM_TYPES[0]
    return follows and subject.labels[-1] in _LAST_BEFORE_STANDARDS


def _from_the_state(_: Subject) -> Change:
    return {"legal_basis": cell(provisions("规划法:40"))}


def _purpose(subject: Subject) -> Change:
    statute = subject.draft.provisions[0].statute
    article = ("第一条", "为了加强管理，维护公民、法人和其他组织的合法权益，根据宪法，制定本法。")
    return {"legal_basis": cell((Provision(statute, (article,)),))}


def _is_provincial_service(subject: Subject) -> bool:
    return provincial(subject) and subject.draft.item_type == ITEM_TYPES[-1]


def _staffing(subject: Subject) -> Change:
    title = f"{subject.unit.full_name}主要职责内设机构和人员编制规定"
    number = f"辽政办发〔2009〕{subject.chance.randint(40, 120)}号"
    article = ("二、（三）", f"承担{subject.draft.name}工作。")
    return {"legal_basis": cell((Provision(Statute("规范性文件", title, number), (article,)),))}


FAULTS = (
    Fault("BASIS-REQUIRED", "设定依据只写“见三定方案”", always, _written("见三定方案")),
    Fault("BASIS-REQUIRED", "设定依据空白", alone, _written("")),
    Fault("SCOPE-NO-BASIS", "设定依据写“无”", always, _written("无")),
    Fault("BASIS-CLAUSE", "只列名称，没有条款和内容", always, _no_articles),
    Fault("BASIS-NO-ELLIPSIS", "条文使用省略号", always, _ellipsis),
    Fault("BASIS-COMPLETE", "条文没有引完", _ends_with_an_article, _cut_off),
    Fault("BASIS-ORDER-RANK", "位阶从低到高排列", lambda s: len(set(s.labels)) > 1, _reversed),
    Fault("BASIS-ORDER-ARTICLE", "条文未按序号排列", _has_articles, _reversed_articles),
    Fault("BASIS-FULLNAME", "法律未用全称", starts_with("法律", f"《{_COUNTRY}"), _short_title),
    Fault("BASIS-LABEL", "名称前没有标明位阶", always, _unlabelled),
    Fault("BASIS-LABEL-MATCH", "位阶标错", _may_be_mislabelled, _wrong_label),
    Fault("BASIS-NOT-LING", "未用令的形式的文件标为行政法规", _is_decision, _no_order_in_label),
    Fault("BASIS-CITE-LAW", "法律没有主席令号", in_order_form("法律"), _no_order),
    Fault("BASIS-CITE-ADMREG", "行政法规没有国务院令号", in_order_form("行政法规"), _no_order),
    Fault("BASIS-CITE-NORM", "规范性文件没有文号", starts_with("规范性文件", "〕"), _no_number),
    Fault("BASIS-DATE-VALID", "公布日期不存在", in_order_form("法律"), _bad_date),
    Fault("BASIS-LAYOUT", "条文没有另起一行", always, _one_line),
    Fault("BASIS-DIRECT", "所引条文与事项没有直接对应的内容", starts_with("法律"), _purpose),
    Fault("BASIS-SANDING", "仅以三定规定为依据", _is_provincial_service, _staffing),
    Fault("BASIS-SOURCE-PROV", "省目录引用市级文件", _ends_above_standards, _from_a_city),
    Fault("BASIS-SOURCE-CITY", "市设目录引用国家法律", of_city, _from_the_state),
)
