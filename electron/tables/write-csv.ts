import { cleanText, withoutDirections } from '#shared/base/text.ts';
import type { CsvValue } from '#shared/tables/workbook.ts';

/**
 * Writes CSV as Chinese offices open it by a double click: UTF-8 with BOM, CRLF (RFC 4180).
 * Text that a spreadsheet would take for a formula gets a leading apostrophe; control characters are dropped.
 * Numbers are written as they are.
 * @param mark false leaves the byte-order mark out, for files that programs read
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[], mark = true): Uint8Array {
  const text = rows.map((row) => `${row.map(writeValue).join(',')}\r\n`).join('');
  return new TextEncoder().encode(mark ? `\ufeff${text}` : text);
}

function writeValue(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = guardFormula(value);
  return /[",;\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The first characters named by OWASP “CSV Injection”, full-width forms included, also behind white space. */
function guardFormula(value: string): string {
  const plain = withoutDirections(cleanText(value));
  return /^[\t\r]/.test(value) || /^\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
}
