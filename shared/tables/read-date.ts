import type { Fault, Reading } from './reading.ts';
import type { TableCell } from './table.ts';

/** Serial numbers of 1920 to 2064: what a date becomes when its cell has lost its date format. */
const serials = { from: 7306, to: 60_000, epoch: Date.UTC(1899, 11, 30) } as const;
const day = 86_400_000;

const patterns: readonly RegExp[] = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?\d{1,2}:\d{2}(?::\d{2})?.*)?$/,
  /^(\d{4})[-/.年](\d{1,2})月?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})年?$/,
];

/**
 * Reads a day, a month or a year with the precision it was written in: 1985-03-12, 1985-03, 1985.
 * Words that are no date stay as they are and are flagged.
 */
export function readDate(cell: TableCell, shown: string): Reading {
  if (cell.kind === 'date') return { value: shown, faults: [] };
  if (cell.kind === 'number') {
    if (isLostOctober(cell.value, shown)) return { value: '', faults: [{ kind: 'tables.date-ambiguous', shown }] };
    if (cell.value >= serials.from && cell.value <= serials.to && Number.isInteger(cell.value))
      return { value: new Date(serials.epoch + cell.value * day).toISOString().slice(0, 10), faults: [] };
  }
  const value = parseDate(shown);
  const fault: Fault = { kind: 'tables.date-unreadable', shown };
  return value === null ? { value: shown, faults: [fault] } : { value, faults: [] };
}

/** 1985.10 typed as a number is stored as 1985.1, which may as well have been January. */
function isLostOctober(value: number, shown: string): boolean {
  return value >= 1900 && value < 2100 && /^\d{4}\.1$/.test(shown);
}

function parseDate(text: string): string | null {
  const folded = text.normalize('NFKC').replaceAll(/\s+/g, '');
  for (const pattern of patterns) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const [, year = '', month, date] = match;
    return isOnCalendar(Number(year), Number(month ?? 1), Number(date ?? 1))
      ? [year, month, date].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-')
      : null;
  }
  return null;
}

function isOnCalendar(year: number, month: number, date: number): boolean {
  const instant = new Date(Date.UTC(year, month - 1, date));
  return year >= 1900 && year <= 2199 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date;
}
