import { cleanParagraph } from './clean.ts';
import { decimalOf, formatDecimal, scaleDecimal, shiftDecimal, type Decimal } from './decimal.ts';
import type { TableCell } from './table.ts';

/** What a person sees in a cell, cleaned; empty for an empty cell and for a formula without its result. */
export function showCell(cell: TableCell | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
    case 'error':
      return cleanParagraph(cell.text);
    case 'number':
      return showNumber(cell.value, cell.format ?? '');
    case 'date':
      return cell.month ? cell.iso.slice(0, 7) : cell.iso;
    case 'boolean':
      return cell.value ? '是' : '否';
    case 'formula':
      return '';
  }
}

/** Applies the formats that change what a code or version reads as: 000, 0.0, 0%, "A"000; otherwise all digits. */
function showNumber(value: number, format: string): string {
  const exact = decimalOf(value);
  if (exact === null) return '';
  const section = format.split(';')[0] ?? '';
  const literals = /^(?:"([^"]*)")?([#,0]*)(?:\.(0+))?(%?)(?:"([^"]*)")?$/.exec(section);
  if (section === '' || literals === null) return formatDecimal(exact);
  const [, before = '', whole = '', decimals = '', percent = '', after = ''] = literals;
  if (whole.endsWith(',')) return formatDecimal(exact);
  const shown = percent === '' ? exact : shiftDecimal(exact, 2);
  return before + padNumber(shown, whole.replaceAll(/[^0]/g, '').length, decimals.length) + percent + after;
}

/** At least `whole` digits before the point, and `decimals` after it where the number has no more. */
function padNumber(value: Decimal, whole: number, decimals: number): string {
  const rounded = value.scale > decimals && decimals > 0 ? scaleDecimal(value, 1n, 1n, decimals) : value;
  const [front = '0', back = ''] = formatDecimal(rounded).split('.');
  const sign = front.startsWith('-') ? '-' : '';
  const digits = front.slice(sign.length).padStart(whole, '0');
  const places = back.padEnd(decimals, '0');
  return sign + digits + (places === '' ? '' : `.${places}`);
}
