import { cleanLine } from '../tables/clean.ts';
import { readRecords } from '../tables/read-records.ts';
import type { TableRecord } from '../tables/read-record.ts';
import { listHeldRows, placeKey, sortProblems } from '../tables/sort-problems.ts';
import type { TableFile } from '../tables/table.ts';
import type { TableRules } from '../tables/table-rules.ts';
import { expertFields } from './fields.ts';
import type { ExpertsContext, ExpertsInterpretation, InterpretedExpert } from './interpreted-expert.ts';
import { judgeExperts } from './judge-experts.ts';

/** Longest values of an expert (`expertSchema`). */
const maxima = new Map([
  ['name', 60],
  ['unit', 120],
  ['title', 60],
  ['phone', 40],
  ['field', 120],
]);

const rules: TableRules = {
  definitions: expertFields,
  anchors: ['name'],
  identifiers: ['name', 'unit'],
  ownKeys: new Set(['name', 'unit', 'title', 'phone', 'field', 'avoidUnits', 'leader', 'serial']),
  maxima,
  serialFor: null,
  listMissing: (keys) => expertFields.filter(({ key }) => (key === 'name' || key === 'unit') && !keys.has(key)),
  isGroupName: () => false,
};

const leaderWords = new Set([
  '是',
  '组长',
  '专家组长',
  '专家组组长',
  '√',
  '✓',
  '✔',
  '☑',
  'y',
  'yes',
  'true',
  '1',
  '对',
]);

/**
 * Reads experts out of a spreadsheet (rulings for imports). Pure: nothing is stored. Rows with faults are held
 * (`taken` false), a problem of severity `file` holds all of them.
 */
export function interpretExperts(table: TableFile, context: ExpertsContext): ExpertsInterpretation {
  const { records, problems, notes, layouts } = readRecords(table, rules, context.mends ?? []);
  const experts = records.map(readExpert);
  const all = sortProblems([...problems, ...judgeExperts(experts, records, context)], layouts);
  const held = listHeldRows(all);
  const refused = all.some(({ severity }) => severity === 'file');
  const rows = experts.map((expert) => ({ ...expert, taken: !refused && !held.has(placeKey(expert)) }));
  return { rows, problems: all, notes, layouts };
}

function readExpert({ sheet, row, values, fields, sealed, cells }: TableRecord): Omit<InterpretedExpert, 'taken'> {
  const value = (key: string): string => cleanLine(values.get(key) ?? '');
  return {
    sheet,
    row,
    name: value('name'),
    unit: value('unit'),
    title: value('title'),
    phone: value('phone'),
    field: value('field'),
    avoidUnits: splitUnits(values.get('avoidUnits') ?? ''),
    leader: leaderWords.has(value('leader').toLowerCase()),
    fields,
    sealed,
    cells,
  };
}

/** Units stand behind 、, ；, commas or on lines of their own; each once. */
function splitUnits(text: string): string[] {
  const units = text.split(/[、；;，,\n]/).map(cleanLine);
  return [...new Set(units.filter((unit) => unit !== ''))];
}
