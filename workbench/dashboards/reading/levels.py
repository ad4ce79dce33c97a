"""The levels of the comparison in words."""

#: Label of a level of matching -> what it says of two matters.
LEVEL_WORDS = {
    "identical-name": "名称相同",
    "same-object-same-action": "对象和行为相同",
    "same-object-near-action": "对象相同，行为相近",
    "same-object-other-procedure": "对象相同，办理方式不同",
    "reworded": "名称改写",
    "reworded-same-article": "名称改写，依据同一条款",
    "action-within": "一方是另一方的办理环节",
    "procedure-within": "一方的行为包含另一方",
    "scope-within": "一方的范围包含另一方",
    "listed-within": "一方列举了另一方",
    "object-within": "一方的对象包含另一方",
    "similar-object-same-article": "对象相近，依据同一条款",
    "similar-object": "对象相近",
    "generic-name": "各部门通用的名称",
    "sibling-items": "同一事项的不同子项",
    "field-differs": "名称相同，领域不同",
    "grade-differs": "等级不同",
    "action-differs": "办理环节不同",
    "procedure-differs": "行为不同",
    "place-differs": "地域不同",
    "object-contrasts": "对象不同",
    "scope-differs": "范围不同",
    "neither-within": "互不包含",
    "stage-listed-beside": "同一单位另列的环节",
    "reworded-listed-beside": "同一单位列了两种说法",
    "stage-of-another-procedure": "另一行为的环节",
    "object-differs": "对象不同",
    "judged-same": "人工认定为同一事项",
    "judged-part": "人工认定为包含关系",
    "judged-different": "人工认定为不同事项",
}


def level_word(label: str) -> str:
    """A level in words; one that is not known here says itself."""
    return LEVEL_WORDS.get(label, label)
