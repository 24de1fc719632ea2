import { cleanLine, cleanParagraph, foldText, isBlankWord } from './clean.ts';
import { isNumeric, type FieldDefinition } from './field.ts';
import { readDate } from './read-date.ts';
import { isScientific, readNumber } from './read-number.ts';
import type { Reading } from './reading.ts';
import type { TableCell } from './table.ts';

/** Excel keeps 15 significant digits; a longer number has lost its end. */
const digitsKept = 1e15;

const yes = new Set(['是', '有', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1', 't', '对', '已', '属于', '符合']);
const no = new Set([
  '否',
  '不是',
  '×',
  '✗',
  '✘',
  'x',
  'n',
  'no',
  'false',
  '0',
  'f',
  '不',
  '未',
  '不属于',
  '不符合',
  '☐',
  '□',
]);

/**
 * Reads one cell under the rules of its field.
 * @param shown what a person sees in the cell (`showCell`)
 * @param headerUnit unit named by the column's header, as `recogniseUnit` gives it
 */
export function readField(
  definition: FieldDefinition,
  cell: TableCell,
  shown: string,
  headerUnit: string | null,
): Reading {
  if (cell.kind === 'formula') return { value: '', faults: [{ kind: 'tables.formula-without-value', shown: '' }] };
  if (cell.kind === 'error') return { value: '', faults: [{ kind: 'tables.formula-error', shown }] };
  if (isBlankWord(shown)) return { value: '', faults: [] };
  const { type } = definition;
  if (isNumeric(type)) return readNumber(definition, type, cell, shown, headerUnit);
  switch (type) {
    case 'date':
      return readDate(cell, shown);
    case 'yes-no':
      return readYesNo(shown);
    case 'code':
    case 'identity':
      return readCode(cell, shown);
    case 'line':
      return { value: cleanLine(shown), faults: [] };
    case 'list':
    case 'text':
      return { value: cleanParagraph(shown), faults: [] };
  }
}

/** Numbers of persons, telephones and registrations: full-width forms made plain, no white space, no digit lost. */
function readCode(cell: TableCell, shown: string): Reading {
  const lost = isScientific(shown) || (cell.kind === 'number' && Math.abs(cell.value) >= digitsKept);
  if (lost) return { value: '', faults: [{ kind: 'tables.digits-lost', shown }] };
  const plain = shown.replaceAll(/[\uff01-\uff5e]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0));
  return { value: plain.replaceAll(/\s+/g, ''), faults: [] };
}

function readYesNo(shown: string): Reading {
  const word = foldText(shown);
  if (yes.has(word)) return { value: '是', faults: [] };
  if (no.has(word)) return { value: '否', faults: [] };
  return { value: shown, faults: [{ kind: 'tables.yes-no-unclear', shown }] };
}
