import { withoutDirections } from '#shared/base/text.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from '#shared/tables/workbook.ts';
import { paperOf } from '#shared/tables/paper.ts';
import { printCss } from './print-css.ts';

/** Escapes text for HTML content and attributes; line feeds become breaks. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return withoutDirections(text)
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll('\n', '<br>');
}

/**
 * Sheets as one self-contained HTML document for paper: A4 landscape, one section per sheet on a page of its own, table
 * heads repeated on every page, no scripts, nothing loaded. Formulas are shown by their results.
 */
export function printForm(title: string, sheets: readonly WorkbookSheet[], language: string): string {
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(title)}</title><style>${printCss}</style></head><body>`,
    ...sheets.map(printSheet),
    '</body></html>',
  ].join('\n');
}

function printSheet(sheet: WorkbookSheet): string {
  const { first, last } = sheet.repeatRows ?? { first: 1, last: 0 };
  const body = sheet.rows.slice(last);
  const notes = body.filter(isNote);
  const total = sheet.columnWidths.reduce((sum, width) => sum + width, 0);
  const columns = sheet.columnWidths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`);
  return [
    paperOf(sheet.columnWidths) === 'a3' ? '<section class="wide">' : '<section>',
    ...sheet.rows.slice(0, first - 1).map((row) => printHeading(row)),
    `<table style="font-size:${fitFont(sheet.columnWidths)}pt"><colgroup>${columns.join('')}</colgroup>`,
    `<thead>${sheet.rows
      .slice(first - 1, last)
      .map((row) => printRow(row, 'th'))
      .join('\n')}</thead>`,
    `<tbody>${body
      .filter((row) => !isNote(row))
      .map((row) => printRow(row, 'td'))
      .join('\n')}</tbody></table>`,
    ...notes.map(
      ({ cells }) => `<p class="note">${cells.map(({ value }) => escapeHtml(showValue(value))).join(' ')}</p>`,
    ),
    '</section>',
  ].join('\n');
}

/** Millimetres that a page is wide between its margins. */
const printable = { a4: 273, a3: 396 } as const;
/** Points of the text of tables, and the least that is still read. */
const largest = 9;
const least = 6;

/** The size at which a column holds as many digits as its width says; a digit is half as wide as high (0.353 mm a point). */
function fitFont(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const fitting = printable[paperOf(widths)] / total / 0.5 / 0.353;
  return Math.min(largest, Math.max(least, fitting)).toFixed(1);
}

function isNote({ cells }: WorkbookRow): boolean {
  return cells[0]?.role === 'note';
}

function printHeading({ cells }: WorkbookRow): string {
  const [cell] = cells;
  const text = cell === undefined ? '' : escapeHtml(showValue(cell.value));
  return cell?.role === 'title' ? `<h1>${text}</h1>` : `<p class="subtitle">${text}</p>`;
}

function printRow({ cells }: WorkbookRow, tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => printCell(cell, tag)).join('')}</tr>`;
}

function printCell(cell: WorkbookCell, tag: 'th' | 'td'): string {
  const spans = [
    cell.across === undefined ? '' : ` colspan="${cell.across}"`,
    cell.down === undefined ? '' : ` rowspan="${cell.down}"`,
    tag === 'th' ? ' scope="col"' : '',
  ].join('');
  const number = typeof cell.value === 'number';
  const classes = [
    cell.align ?? (number ? 'right' : 'left'),
    ...(cell.bold === true ? ['bold'] : []),
    ...(cell.fill === undefined ? [] : ['filled']),
    ...(cell.across === undefined || tag === 'th' ? [] : ['line']),
  ];
  return `<${tag}${spans} class="${classes.join(' ')}">${escapeHtml(showValue(cell.value, cell.format))}</${tag}>`;
}

function showValue(value: WorkbookCell['value'], format?: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return showValue(value.result, format);
  return typeof value === 'number' ? showNumber(value, format) : String(value);
}

/** Shows a number by the few formats that forms use: 0, 0.00, 0.00"▲". */
export function showNumber(value: number, format?: string): string {
  const [, decimals, suffix] = /^0(?:\.(0+))?(?:"([^"]*)")?$/.exec(format ?? '') ?? [];
  if (format === undefined) return String(value);
  return value.toFixed(decimals?.length ?? 0) + (suffix ?? '');
}
