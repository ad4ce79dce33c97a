// Turns the gzip columns that the kernel sends into row objects.

/** `buffer`: gzip of {"fields": [...], "columns": [[...], ...]}; resolves to an array of row objects. */
export async function unpack(buffer) {
  if (!buffer || buffer.byteLength === 0) return [];
  const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { fields, columns } = await new Response(stream).json();
  const size = columns.length ? columns[0].length : 0;
  const rows = new Array(size);
  for (let index = 0; index < size; index += 1) {
    const row = { index };
    for (let column = 0; column < fields.length; column += 1) row[fields[column]] = columns[column][index];
    rows[index] = row;
  }
  return rows;
}
