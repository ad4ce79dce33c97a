"""Full titles of documents that are often cited by a short one (public knowledge, as of 2017).

The statute index of :mod:`workbench.citations` knows titles without 中华人民共和国; these are other short ones.
"""

#: Short title -> full title.
FULL_TITLES = {
    "国务院令第412号": "国务院对确需保留的行政审批项目设定行政许可的决定",
    "国务院第412号令": "国务院对确需保留的行政审批项目设定行政许可的决定",
    "取水许可条例": "取水许可和水资源费征收管理条例",
    "危化品安全管理条例": "危险化学品安全管理条例",
    "危化品条例": "危险化学品安全管理条例",
    "公司登记条例": "中华人民共和国公司登记管理条例",
    "企业法人登记管理条例": "中华人民共和国企业法人登记管理条例",
    "企业法人登记条例": "中华人民共和国企业法人登记管理条例",
    "无线电管理条例": "中华人民共和国无线电管理条例",
    "民用爆炸物品条例": "民用爆炸物品安全管理条例",
    "烟花爆竹条例": "烟花爆竹安全管理条例",
    "医疗器械条例": "医疗器械监督管理条例",
    "麻精药品条例": "麻醉药品和精神药品管理条例",
    "建筑工程质量管理条例": "建设工程质量管理条例",
    "增值税暂行条例": "中华人民共和国增值税暂行条例",
    "消费税暂行条例": "中华人民共和国消费税暂行条例",
    "船员条例": "中华人民共和国船员条例",
    "航道管理条例": "中华人民共和国航道管理条例",
    "水污染防治法实施细则": "中华人民共和国水污染防治法实施细则",
}

#: Laws whose full title does not begin with the country's name.
LAWS_WITHOUT_COUNTRY = frozenset({"反分裂国家法"})
