"""Made-up names of matters: rewordings and near-duplicates, families of sub-items, or thousands in one frame."""

import random

_OBJECTS = [
    "农药",
    "兽药",
    "食品",
    "药品",
    "医疗器械",
    "化妆品",
    "烟草",
    "燃气",
    "成品油",
    "危险化学品",
    "种子",
    "饲料",
    "取水",
    "采矿",
    "采砂",
    "林木",
    "草原",
    "海域",
    "渔业",
    "船舶",
    "道路",
    "桥梁",
    "港口",
    "铁路",
    "电力",
    "河道",
    "污水",
    "垃圾",
    "绿地",
    "户外广告",
    "宗教场所",
    "社会团体",
    "基金会",
    "学校",
    "医院",
    "护士",
    "律师",
    "会计",
    "导游",
    "旅行社",
    "演出",
    "出版物",
    "印刷",
    "电影",
    "文物",
    "测绘",
    "档案",
    "气象",
    "防雷",
    "人防",
    "保安",
    "枪支",
    "养犬",
    "户口",
    "养老",
    "失业",
    "工伤",
    "低保",
    "残疾",
    "收养",
    "殡葬",
    "土地",
    "房屋",
    "商品房",
    "消防",
    "节能",
    "计量",
    "特种设备",
    "商标",
    "专利",
    "拍卖",
    "典当",
    "保险",
    "外贸",
    "粮食",
    "盐业",
    "酒类",
]
_QUALIFIERS = [
    "大型",
    "小型",
    "临时",
    "跨区",
    "外商投资",
    "营利性",
    "农村",
    "城市",
    "水上",
    "省内",
    "出口",
    "进口",
    "特殊",
    "普通",
    "重大",
    "一般",
    "民营",
    "集体",
]
_TRADES = [
    "生产",
    "经营",
    "使用",
    "运输",
    "储存",
    "销售",
    "批发",
    "零售",
    "安装",
    "维修",
    "设计",
    "施工",
    "监理",
    "检测",
    "勘察",
    "加工",
    "养殖",
    "培训",
    "服务",
    "建设",
]
_HOLDERS = ["企业", "单位", "机构", "场所", "项目", "人员", "活动", "工程", "设施", "基地", "园区", "市场"]
_STAGES = ["设立", "变更", "延续", "注销", "补办", "换发", "年检"]
_ACTS = [
    "许可",
    "审批",
    "备案",
    "登记",
    "核发",
    "许可证核发",
    "核准",
    "认定",
    "确认",
    "审查",
    "资格认定",
    "的许可",
    "的审批",
]
_KINDS = [
    "甲级",
    "乙级",
    "丙级",
    "首次",
    "增项",
    "中央在辽单位",
    "个体工商户",
    "外商投资企业",
    "法人",
    "负责人",
    "地址",
]
_CHARACTERS = [chr(point) for point in range(0x4E00, 0x4E00 + 3000)]
_NEAR, _REWORDED = 0.12, 0.3


def matter_names(size: int, chance: random.Random) -> list[str]:
    """Names of 4 to about 25 characters; one in eight is another with one or two characters changed."""
    names: list[str] = []
    while len(names) < size:
        near = names and chance.random() < _NEAR
        names.append(_changed(chance.choice(names), chance) if near else _matter(chance))
    return names


def family_names(size: int, chance: random.Random) -> list[str]:
    """Names shaped as in real catalogues; see :func:`families`."""
    return [name for _, name in families(size, chance)]


def families(size: int, chance: random.Random) -> list[tuple[str, str]]:
    """Main items and the names of their sub-items, that differ in stage, grade or level alone, in any order.

    A family has 1 to about 40 members; the same main item comes again, reworded, in the lists of other units.
    """
    rows: list[tuple[str, str]] = []
    while len(rows) < size:
        main = _matter(chance)
        members = min(40, int(chance.paretovariate(0.9)))
        rows += [(main, name) for name in dict.fromkeys(_sub_item(main, chance) for _ in range(members))]
        if chance.random() < _REWORDED:
            other = _changed(main, chance)
            rows.append((other, other))
    chance.shuffle(rows)
    return rows[:size]


def _sub_item(main: str, chance: random.Random) -> str:
    """The main item with what tells this sub-item apart, in brackets or behind."""
    kind, stage = _perhaps(_KINDS, 0.5, chance), chance.choice(_STAGES)
    return main + chance.choice([f"（{kind}{stage}）", f"（{stage}）", f"{kind}{stage}", f"—{kind or stage}（县级）"])


def frame_names(size: int, chance: random.Random) -> list[str]:
    """Names that differ in two characters only, so that every two of them are similar."""
    names: set[str] = set()
    while len(names) < size:
        names.add(f"关于{''.join(chance.choices(_CHARACTERS, k=2))}产品经营许可证核发事项的办理")
    return sorted(names)


def _matter(chance: random.Random) -> str:
    """A name put together from parts."""
    words = [
        _perhaps(_QUALIFIERS, 0.6, chance),
        chance.choice(_OBJECTS),
        _perhaps(_OBJECTS, 0.5, chance),
        "".join(chance.choices(_CHARACTERS, k=chance.randint(0, 3))),
        chance.choice(_TRADES),
        _perhaps(_TRADES, 0.3, chance),
        _perhaps(_HOLDERS, 0.6, chance),
        _perhaps(_STAGES, 0.4, chance),
        chance.choice(_ACTS),
    ]
    return "".join(words)


def _perhaps(words: list[str], share: float, chance: random.Random) -> str:
    """One of the words, or none."""
    return chance.choice(words) if chance.random() < share else ""


def _changed(name: str, chance: random.Random) -> str:
    """The name with one or two characters replaced or added."""
    letters = list(name)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randint(0, 1)] = chance.choice(_CHARACTERS)
    return "".join(letters)
