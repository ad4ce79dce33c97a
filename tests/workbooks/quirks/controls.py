"""Sheets with check boxes and option buttons drawn over their cells, as Excel, WPS and older programs write them."""

from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_CONTROL = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


class Drawn:
    """The controls of one sheet: what stands in the sheet, and the parts beside it."""

    def __init__(self, *, modern: bool = True, old: bool = True) -> None:
        """``modern`` writes parts of properties, ``old`` the drawing of the old kind."""
        self.modern, self.old = modern, old
        self._entries: list[str] = []
        self._shapes: list[str] = []
        self._links: list[str] = []
        self.parts: dict[str, str] = {}

    def add(
        self, row: int, column: int, text: str = "", *, chosen: bool = False, link: str = "", kind: str = "CheckBox"
    ) -> None:
        """Draw one control over a cell (from 0)."""
        at = len(self._shapes) + 1
        on = ' checked="Checked"' if chosen else ""
        linked = f' fmlaLink="{link}"' if link else ""
        left = at * 1_000
        corners = f"<xdr:col>{column}</xdr:col><xdr:colOff>{left}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        self._entries.append(
            f'<mc:AlternateContent xmlns:mc="{_COMPATIBLE}"><mc:Choice Requires="x14"><control shapeId="{1024 + at}" '
            f'r:id="c{at}" name="{at}"><controlPr defaultSize="0"><anchor><from>{corners}</from><to>{corners}</to></anchor>'
            f'</controlPr></control></mc:Choice><mc:Fallback><control shapeId="{1024 + at}" r:id="c{at}"/></mc:Fallback>'
            "</mc:AlternateContent>"
        )
        self.parts[f"xl/ctrlProps/ctrlProp{at}.xml"] = (
            f'<formControlPr xmlns="{_CONTROL}" objectType="{kind}"{on}{linked} lockText="1"/>'
        )
        self._links.append(
            f'<Relationship Id="c{at}" Type="{OFFICE}/ctrlProp" Target="../ctrlProps/ctrlProp{at}.xml"/>'
        )
        state = "<x:Checked>1</x:Checked>" if chosen else ""
        cell = f"<x:FmlaLink>{link}</x:FmlaLink>" if link else ""
        self._shapes.append(
            f'<v:shape id="_x0000_s{1024 + at}" type="#_x0000_t201"><v:textbox><div><font>{escape(text)}</font><br></div>'
            f'</v:textbox><x:ClientData ObjectType="{kind.replace("CheckBox", "Checkbox")}"><x:Anchor>{column}, {at}, {row}, '
            f"0, {column}, {at + 9}, {row}, 9</x:Anchor>{state}{cell}</x:ClientData></v:shape>"
        )

    def written(self, data: str) -> tuple[str, dict[str, str]]:
        """The inside of a sheet with the controls after its ``data``, and the further parts of the file."""
        parts = dict(self.parts) if self.modern else {}
        links = list(self._links) if self.modern else []
        if self.old:
            parts["xl/drawings/vmlDrawing1.vml"] = (
                '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" '
                f'xmlns:o="urn:schemas-microsoft-com:office:office">{"".join(self._shapes)}</xml>'
            )
            links.append(f'<Relationship Id="v1" Type="{OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>')
        relations = f'<Relationships xmlns="{PACKAGE}">{"".join(links)}</Relationships>'
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations
        inside = data + (f'<legacyDrawing xmlns:r="{OFFICE}" r:id="v1"/>' if self.old else "")
        if self.modern:
            names = f'xmlns:r="{OFFICE}" xmlns:xdr="{_DRAWING}"'
            inside += f"<controls {names}>{''.join(self._entries)}</controls>"
        return inside, parts
