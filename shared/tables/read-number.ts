import { approximate, decimalOf, formatDecimal, parseDecimal, shiftDecimal, type Decimal } from './decimal.ts';
import type { FieldDefinition, NumericType } from './field.ts';
import type { Fault, Reading } from './reading.ts';
import type { TableCell } from './table.ts';
import { convertUnit, recogniseUnit } from './units.ts';

/** A number as written, before any unit of the header. `unit` null: the cell names none. */
type Written = { readonly value: Decimal; readonly unit: string | null };

/**
 * Reads a figure. The unit in the cell beats the header's, which beats the field's own (rulings for imports).
 * What is no number keeps its words and is flagged; a bare figure out of the field's plausible range is flagged.
 */
export function readNumber(
  definition: FieldDefinition,
  type: NumericType,
  cell: TableCell,
  shown: string,
  headerUnit: string | null,
): Reading {
  if (isScientific(shown)) return { value: '', faults: [{ kind: 'tables.digits-lost', shown }] };
  const written = cell.kind === 'number' ? readNumberCell(type, cell) : parseFigure(type, shown);
  if (written === null) return { value: shown, faults: [{ kind: 'tables.number-unreadable', shown }] };
  const unit = written.unit ?? headerUnit;
  const value = unit === null ? written.value : convertUnit(type, written.value, unit);
  const doubtful = written.unit === null && isImplausible(definition, value, type === 'percent' && headerUnit === null);
  const fault: Fault = { kind: 'tables.figure-implausible', shown, result: formatDecimal(value) };
  return { value: formatDecimal(value), faults: doubtful ? [fault] : [] };
}

/** A number format may carry the unit: 0.0% stores a fraction, 0.00"万㎡" shows one. */
function readNumberCell(type: NumericType, cell: TableCell & { kind: 'number' }): Written | null {
  const value = decimalOf(cell.value);
  if (value === null) return null;
  const format = cell.format ?? '';
  if (format.replaceAll(/"[^"]*"|\\./g, '').includes('%'))
    return type === 'percent' ? { value: shiftDecimal(value, 2), unit: '%' } : null;
  const literal = /(,*)"([^"]+)"[^"]*$/.exec(format.split(';')[0] ?? '');
  // A comma before the literal scales what is shown (12,"万"): the literal is then no unit of the stored number.
  const unit = literal === null || literal[1] !== '' ? null : recogniseUnit(type, literal[2] ?? '');
  return { value, unit };
}

const figure = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)([^\d.,].*)?$/;

/** Reads “1,234.5 万㎡”, “12.5％”, “（5.2）” and their like; null when digits and unit are not all there is. */
function parseFigure(type: NumericType, text: string): Written | null {
  const folded = text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[−–]/g, '-')
    .replace(/^(?:人民币|rmb|cny)?[¥￥]?/i, '');
  const negative = /^\(([\d.,]+)\)(.*)$/.exec(folded);
  const match = figure.exec(negative === null ? folded : `-${negative[1]}${negative[2]}`);
  if (match === null) return null;
  const value = parseDecimal((match[1] ?? '').replaceAll(',', ''));
  if (value === null) return null;
  if (match[2] === undefined) return { value, unit: null };
  const unit = recogniseUnit(type, match[2]);
  return unit === null ? null : { value, unit };
}

/**
 * @param bareShare the figure is a share and neither cell nor header says %: 0.125 is then most likely 12.5 %
 */
function isImplausible({ plausible }: FieldDefinition, value: Decimal, bareShare: boolean): boolean {
  const figure = approximate(value);
  if (figure === 0) return false;
  const [minimum, maximum] = plausible ?? [-Infinity, Infinity];
  return figure < minimum || figure > maximum || (bareShare && Math.abs(figure) < 1);
}

/** 5.00101E+17: the spreadsheet has dropped digits for good. */
export function isScientific(text: string): boolean {
  return /^[+-]?\d(?:\.\d+)?E[+-]?\d+$/i.test(text.trim().normalize('NFKC'));
}
