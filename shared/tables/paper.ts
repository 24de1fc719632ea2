/** Characters across a sheet that A4 on its side still holds legibly (7 points); a wider one is printed on A3. */
const widestOnA4 = 220;

/** The paper for a sheet whose columns have these widths (in characters). */
export function paperOf(columnWidths: readonly number[]): 'a4' | 'a3' {
  return columnWidths.reduce((sum, width) => sum + width, 0) > widestOnA4 ? 'a3' : 'a4';
}
