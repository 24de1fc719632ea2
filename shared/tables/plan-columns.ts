import { cleanLine } from './clean.ts';
import { fieldLabel, isNumeric, type FieldDefinition, type NumericType } from './field.ts';
import type { Header, HeaderColumn } from './find-header.ts';
import { recogniseUnit } from './units.ts';
import { cellKey } from './interpretation.ts';
import { columnLetters, type TableFile, type TableSheet } from './table.ts';

/** What one column of a sheet is read as. */
export type ColumnPlan = {
  /** 0-based; −1 for a field that only a mend fills. */
  readonly index: number;
  /** Letters; null for a field that only a mend fills. */
  readonly column: string | null;
  /** Key for showing and mending. */
  readonly cellKey: string;
  /** A known field's key, or null for an extra column. */
  readonly key: string | null;
  readonly definition: FieldDefinition;
  readonly label: string;
  /** Unit of the header or of the title lines, as `recogniseUnit` gives it. */
  readonly unit: string | null;
  readonly hidden: boolean;
  /** An earlier column has the same meaning. */
  readonly repeats: boolean;
};

/** Longest label of a field in a package. */
export const labelMaximum = 80;

const sealedHeader = /身份证|证件号|护照|通行证号/;
const privateHeader = /电话|手机|邮箱|邮件|e-?mail|微信|qq|住址|账号|帐号|开户|银行|备注|内部/i;

/**
 * Decides for every column what it is read as. 序号 stands for `serialFor` when no column has that key, else it is
 * dropped. Columns without a header are read when something stands in them (not in CSV: there the row is too long).
 */
export function planColumns(
  table: TableFile,
  sheet: TableSheet,
  header: Header,
  serialFor: FieldDefinition | null,
): ColumnPlan[] {
  const hidden = new Set(sheet.hiddenColumns);
  const keys = new Set(header.columns.map(({ match }) => match?.definition.key));
  const filled = listFilledColumns(sheet, header);
  const titleUnits = readTitleUnits(sheet, header);
  const standIn = serialFor !== null && !keys.has(serialFor.key) ? serialFor : null;
  const width = Math.max(header.columns.length, filled.size === 0 ? 0 : Math.max(...filled) + 1);
  return Array.from(
    { length: width },
    (_, index) => header.columns[index] ?? { index, match: null, repeats: false, header: '' },
  ).flatMap((column): ColumnPlan[] => {
    const isSerial = column.match?.definition.key === 'serial';
    if (isSerial && standIn === null) return [];
    if (column.match === null && column.header === '' && (table.format === 'csv' || !filled.has(column.index)))
      return [];
    const { index, repeats } = column;
    const place = { index, column: columnLetters(index), hidden: hidden.has(index), repeats };
    const known = isSerial ? standIn : (column.match?.definition ?? null);
    return [known === null ? planExtra(place, column) : planKnown(place, known, column, titleUnits)];
  });
}

type Place = Pick<ColumnPlan, 'index' | 'column' | 'hidden' | 'repeats'>;
type TitleUnits = Readonly<Partial<Record<NumericType, string>>>;

function planKnown(
  place: Place,
  definition: FieldDefinition,
  { match, header }: Pick<HeaderColumn, 'match' | 'header'>,
  titleUnits: TitleUnits,
): ColumnPlan {
  const { key, type, zh } = definition;
  const fallback = isNumeric(type) ? (titleUnits[type] ?? null) : null;
  // Words have no unit of their own: 租金（元/㎡·月） keeps the header's.
  const hint = isNumeric(type) ? null : /[（(]([^（）()]*(?:元|㎡|m2|m²|平方米|%|％)[^（）()]*)[)）]/.exec(header);
  const label = hint === null ? fieldLabel(definition) : `${zh}（${hint[1] ?? ''}）`.slice(0, labelMaximum);
  return { ...place, cellKey: key, key, definition, label, unit: match?.unit ?? fallback };
}

/** Extra columns keep their words; what looks like 证件号 is sealed, what looks like a contact stays in the office. */
function planExtra(place: Place, { header }: HeaderColumn): ColumnPlan {
  const name = header === '' ? `列 ${place.column ?? ''}` : cleanLine(header);
  const label = name.length > labelMaximum ? `${name.slice(0, labelMaximum - 1)}…` : name;
  const sealed = sealedHeader.test(name);
  const key = cellKey({ key: null, column: place.column });
  return {
    ...place,
    cellKey: key,
    key: null,
    label,
    unit: null,
    definition: {
      key,
      zh: label,
      en: label,
      type: sealed ? 'identity' : 'text',
      synonyms: [],
      forExperts: !sealed && !privateHeader.test(name),
    },
  };
}

/** A field that only a mend fills, because the sheet has no column for it. */
export function planMended(definition: FieldDefinition): ColumnPlan {
  return planKnown(
    { index: -1, column: null, hidden: false, repeats: false },
    definition,
    { match: null, header: '' },
    {},
  );
}

function listFilledColumns({ rows }: TableSheet, { lastRow }: Header): Set<number> {
  const filled = new Set<number>();
  for (const { number, cells } of rows) {
    if (number > lastRow) cells.forEach((cell, column) => cell !== null && filled.add(column));
  }
  return filled;
}

/** “单位：万元、平方米” above the header holds for every column of that kind that names no unit itself. */
function readTitleUnits({ rows }: TableSheet, { firstRow }: Header): TitleUnits {
  const units: Partial<Record<NumericType, string>> = {};
  const titles = rows.filter(({ number }) => number < firstRow).flatMap(({ cells }) => cells);
  for (const cell of titles) {
    const words = cell?.kind === 'text' ? (/单位\s*[:：]\s*([^\s)）]+)/.exec(cell.text)?.[1] ?? '') : '';
    // A bare 万 could be either.
    for (const part of words.split(/[、,，;；/]/).filter((part) => part !== '万')) {
      const word = part.replace(/^.*[:：]/, '');
      const [area, money] = [recogniseUnit('area', word), recogniseUnit('money', word)];
      if (area !== null) units.area ??= area;
      if (money !== null) units.money ??= money;
    }
  }
  return units;
}
