"""Parts that the forms of citation share (附件1 3.3.5.8)."""

import re

_NUMERAL = r"[〇零○一二三四五六七八九十百千\d]+"
_DATE = r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_GAP = r"[^（()）\[\]［］]{0,80}?"
_YEAR = r"(?:[〔﹝\[［（(]?\s*(?:19|20)\d{2}\s*[〕﹞\]］）)]?\s*年?\s*)?"
_ORDER = rf"(?:令\s*{_YEAR}(?:第\s*)?{_NUMERAL}\s*号|第\s*{_NUMERAL}\s*号令)"
_CONGRESS = r"届(?:人民代表大会(?:常务委员会)?|人大(?:常委会)?)"

#: Date and 主席令第N号 (附件1 3.3.5.8, 法律).
LAW_FORM = re.compile(rf"{_DATE}{_GAP}(?:主席{_ORDER}|第\s*{_NUMERAL}\s*号\s*主席令)")

#: Date and 国务院令第N号, or 国务院批准 and a ministry's promulgation (行政法规, with 附件1 3.3.5.6).
ADMINISTRATIVE_REGULATION_FORM = re.compile(
    rf"{_DATE}{_GAP}(?:国务院(?:、(?:中华人民共和国)?中央军(?:委|事委员会))?\s*{_ORDER}|国{_ORDER}|第\s*{_NUMERAL}\s*号\s*国务院令|国务院批准{_GAP}(?:令|发布))"
)

#: Session and date of adoption, in either order (地方性法规).
LOCAL_REGULATION_FORM = re.compile(
    rf"第?{_NUMERAL}{_CONGRESS}第{_NUMERAL}次会议\s*(?:于)?\s*{_DATE}\s*(?:审议)?(?:通过|修订)"
    rf"|{_DATE}\s*(?:经|由)?[^（()）\[\]［］]{{0,20}}?第?{_NUMERAL}{_CONGRESS}第{_NUMERAL}次会议\s*"
    r"(?:审议)?(?:修订)?(?:通过|修订)"
)

#: Date and the order of a ministry or a government (规章).
RULE_FORM = re.compile(
    rf"{_DATE}\s*{_GAP}(?:政府|部|委|局|署|办|办公室|办公厅|银行|会)\s*{_ORDER}"
    rf"|{_DATE}\s*{_GAP}第\s*{_NUMERAL}\s*号\s*\S{{2,20}}令"
)

#: A document number in any form (规范性文件).
DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fa5]{1,20}\s*[〔﹝\[［（(【]\s*(?:(?:19|20)\d{2}|\d{2})\s*[〕﹞\]］)）】]\s*(?:第\s*)?\d+\s*号"
    r"|(?:公告|通告)\s*[〔﹝\[［（(【]?\s*(?:19|20)\d{2}\s*[〕﹞\]］)）】]?\s*年?\s*(?:第\s*)?\d+\s*号"
    rf"|(?:19|20)\d{{2}}\s*年\s*第?\s*{_NUMERAL}\s*号|第\s*{_NUMERAL}\s*号(?:公告|通告|文)"
    rf"|{_DATE}{_GAP}(?:公告|通告)\s*(?:第\s*)?{_NUMERAL}\s*号"
)
