// The grid's looks; the colours are the page's own (styles/theme.css).
import { themeQuartz } from "ag-grid-community";

export const theme = themeQuartz.withParams({
  fontFamily: "inherit",
  fontSize: 13,
  foregroundColor: "var(--wb-ink)",
  backgroundColor: "var(--wb-card)",
  headerBackgroundColor: "var(--wb-head)",
  headerFontWeight: 600,
  headerHeight: 32,
  borderColor: "var(--wb-line)",
  rowBorder: { color: "var(--wb-row-line)" },
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 8,
  selectedRowBackgroundColor: "var(--wb-selected)",
  rowHoverColor: "var(--wb-hover)",
  valueChangeValueHighlightBackgroundColor: "var(--wb-differs)",
  accentColor: "var(--wb-accent)",
});
