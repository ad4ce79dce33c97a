// Row heights from the text alone: measuring 10,000 rows in the browser would take seconds.

const LINE = 20;
const PADDING = 13;
const CELL_PADDING = 17;
const FONT = 13;
const SMALL = 12;
const TAG_PADDING = 13;

/** Width of a character in ems: blanks, letters and figures, and Chinese characters with their punctuation. */
function share(character) {
  if (character === " ") return 0.25;
  return character.codePointAt(0) < 0x2e80 ? 0.58 : 1;
}

function textWidth(text, size) {
  let width = 0;
  for (const character of text) width += size * share(character);
  return width;
}

function textLines(text, width) {
  return text ? Math.ceil(textWidth(String(text), FONT) / (width - CELL_PADDING)) : 0;
}

function tagLines(tags, width) {
  let lines = 1;
  let used = 0;
  const room = width - CELL_PADDING;
  for (const [, word] of tags ?? []) {
    const needed = textWidth(word, SMALL) + TAG_PADDING;
    if (used > 0 && used + needed > room) {
      lines += 1;
      used = 0;
    }
    lines += Math.ceil(needed / room) - 1;
    used += needed;
  }
  return lines;
}

const LINES = {
  text: (row, column) => textLines(row[column.field], column.width),
  number: () => 1,
  bar: () => 1,
  name: (row, column) =>
    row[column.below] ? 1 + textLines(row[column.below], column.width) : textLines(row[column.field], column.width),
  tags: (row, column) => tagLines(row[column.field], column.width),
};

/** Height in pixels of a row, given the columns with the widths that they have now. */
export function rowHeight(row, columns) {
  const lines = columns.map((column) => LINES[column.kind](row, column));
  return Math.max(1, ...lines) * LINE + PADDING;
}
