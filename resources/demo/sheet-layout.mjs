// The look of an office's summary sheet: merged title, a line about who fills it in, a header of one or two rows,
// bordered data, totals and notes below.
import { writeFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';

const line = { style: 'thin', color: { rgb: '808080' } };
const border = { top: line, right: line, bottom: line, left: line };
const font = (size, bold = false) => ({ name: '宋体', size, bold });

const styles = {
  title: { font: { name: '方正小标宋简体', size: 18 }, alignment: { horizontal: 'center', vertical: 'center' } },
  remark: { font: font(10.5), alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  header: {
    font: font(10.5, true),
    border,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  text: { font: font(10), border, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
  number: { font: font(10), border, alignment: { horizontal: 'right', vertical: 'center' } },
  centre: { font: font(10), border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } },
};

/** A fixed date, so that the files do not change from day to day. */
const filled = new Date('2023-11-10T00:00:00Z');

/**
 * Lays out one sheet.
 * @param columns [{ key, header?, group?, width, align?: 'number' | 'centre' }]; neighbours of one group share a merged cell above them
 * @param rows cells by key
 * @param foot rows below the data: cells by key, or a text over the whole width
 */
export function layOutSheet({ name, title, remark, columns, rows, foot = [] }) {
  const sheet = { cells: new Map(), merges: [], rowDefs: new Map() };
  const width = columns.length;
  putAcross(sheet, 0, width, title, styles.title, 36);
  putAcross(sheet, 1, width, remark, styles.remark, 22);
  const first = putHeader(sheet, 2, columns);
  rows.forEach((row, index) => putRow(sheet, first + index, columns, row));
  foot.forEach((row, index) => {
    const at = first + rows.length + index;
    if (typeof row === 'string') putAcross(sheet, at, width, row, styles.remark, 34);
    else putRow(sheet, at, columns, row);
  });
  return finish({ name, sheet, columns, first, height: first + rows.length + foot.length });
}

/** Writes the sheets as one workbook. */
export async function writeBook(path, title, sheets) {
  const properties = { title, creator: '演示数据', created: filled, modified: filled };
  await writeFile(path, await writeXlsx({ sheets, properties, defaultFont: font(10.5) }));
}

function put(sheet, row, column, value, style) {
  sheet.cells.set(`${row},${column}`, { value: value === '' ? null : value, style });
}

function putAcross(sheet, row, width, text, style, height) {
  put(sheet, row, 0, text, style);
  sheet.merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 });
  sheet.rowDefs.set(row, { height });
}

/** One header row, or two when columns have groups. @returns the first row of data */
function putHeader(sheet, top, columns) {
  const grouped = columns.some(({ group }) => group !== undefined);
  const bottom = grouped ? top + 1 : top;
  columns.forEach(({ key, header, group }, column) => {
    const text = header ?? key;
    if (!grouped) return put(sheet, top, column, text, styles.header);
    if (group === undefined) {
      put(sheet, top, column, text, styles.header);
      put(sheet, bottom, column, '', styles.header);
      sheet.merges.push({ startRow: top, startCol: column, endRow: bottom, endCol: column });
    } else {
      const begins = columns[column - 1]?.group !== group;
      put(sheet, top, column, begins ? group : '', styles.header);
      put(sheet, bottom, column, text, styles.header);
      if (begins) mergeGroup(sheet, top, columns, column);
    }
  });
  sheet.rowDefs.set(top, { height: 24 });
  sheet.rowDefs.set(bottom, { height: grouped ? 34 : 30 });
  return bottom + 1;
}

function mergeGroup(sheet, row, columns, start) {
  const beyond = columns.findIndex(({ group }, index) => index > start && group !== columns[start].group);
  const endCol = (beyond === -1 ? columns.length : beyond) - 1;
  if (endCol > start) sheet.merges.push({ startRow: row, startCol: start, endRow: row, endCol });
}

function putRow(sheet, row, columns, cells) {
  columns.forEach(({ key, align }, column) => {
    const value = cells[key] ?? '';
    put(sheet, row, column, value, styles[align ?? 'text']);
  });
  const lines = columns.map(({ key, width }) => Math.ceil((String(cells[key] ?? '').length * 2.05) / width));
  sheet.rowDefs.set(row, { height: Math.max(20, Math.min(160, Math.max(...lines) * 14)) });
}

function finish({ name, sheet, columns, first, height }) {
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: height }, () => columns.map(() => null)),
    cells: sheet.cells,
    merges: sheet.merges,
    rowDefs: sheet.rowDefs,
    freezePane: { rows: first, columns: 3 },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$3:$${first}`,
      margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&R演示数据', oddFooter: '&C第 &P 页，共 &N 页' },
  };
}
