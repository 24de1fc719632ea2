import type { ImportProblem, ProblemSeverity } from '../base/import-table.ts';
import { foldText } from '../tables/clean.ts';
import type { TableRecord } from '../tables/read-record.ts';
import { checkCreditCode } from './credit-code.ts';
import type { CandidatesContext } from './interpreted-candidate.ts';

/** Longest unit of a candidate (`candidateSchema`); what stands in for 申报单位 may be longer. */
const unitMaximum = 120;

/** Where a code, or a name with its unit, was seen first; null for a candidate that the round has already. */
type Seen = { readonly place: Place | null; readonly code: string };
type Place = { readonly sheet: string; readonly row: number };

/**
 * Applies the rules for rows as candidates: what is required, what must not repeat, credit codes.
 * @param units the unit of each record, stand-ins included
 */
export function judgeCandidates(
  records: readonly TableRecord[],
  units: readonly string[],
  context: CandidatesContext,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const codes = new Map<string, Seen>();
  const names = new Map<string, Seen>();
  for (const { code, name, unit } of context.existing ?? []) {
    codes.set(foldText(code), { place: null, code });
    names.set(personKey(name, unit), { place: null, code });
  }
  records.forEach((record, index) => {
    const report = makeReport(record, problems);
    const unit = units[index] ?? '';
    checkRequired(record, unit, report);
    checkRepetition(record, unit, { codes, names }, report);
    checkCode(record, context, report);
  });
  return problems;
}

type Report = (kind: string, severity: ProblemSeverity, key: string, detail?: ImportProblem['detail']) => void;

function makeReport({ sheet, row, columns }: TableRecord, problems: ImportProblem[]): Report {
  return (kind, severity, key, detail = {}) =>
    problems.push({ sheet, row, column: columns.get(key) ?? null, kind: `candidates.${kind}`, severity, detail });
}

function checkRequired({ values, spread }: TableRecord, unit: string, report: Report): void {
  if (!values.has('code')) report('code-missing', 'row', 'code');
  if (!values.has('name')) report('name-missing', 'row', 'name');
  if (unit === '') report('unit-missing', 'row', 'unit');
  if (unit.length > unitMaximum) report('unit-too-long', 'row', 'unit', { length: unit.length, maximum: unitMaximum });
  // One candidate over several lines: the first has been taken, what the others add needs a person's eye.
  if (spread.has('code')) report('merged-row', 'row', 'code');
}

function checkRepetition(
  { values, spread, sheet, row }: TableRecord,
  unit: string,
  { codes, names }: { readonly codes: Map<string, Seen>; readonly names: Map<string, Seen> },
  report: Report,
): void {
  const code = values.get('code') ?? '';
  const name = values.get('name') ?? '';
  if (spread.has('code')) return;
  const place = { sheet, row };
  const sameCode = code === '' ? undefined : codes.get(foldText(code));
  if (sameCode?.place === null) report('code-exists', 'row', 'code', { code });
  else if (sameCode !== undefined)
    report('code-repeated', 'row', 'code', { code, first: showPlace(sameCode.place, sheet) });
  else if (code !== '') codes.set(foldText(code), { place, code });
  if (name === '' || unit === '' || sameCode !== undefined) return;
  const sameName = names.get(personKey(name, unit));
  if (sameName === undefined) names.set(personKey(name, unit), { place, code });
  else report('name-repeated', 'warning', 'name', { name: name.slice(0, 60), other: sameName.code });
}

/** A row's number, behind the sheet's name when it is another sheet. */
function showPlace({ sheet, row }: Place, from: string): string {
  return sheet === from ? String(row) : `${sheet}!${row}`;
}

function personKey(name: string, unit: string): string {
  return `${foldText(name)}\n${foldText(unit)}`;
}

/** A wrong check digit is a warning in official rounds, silent in demo rounds (their codes are made up). */
function checkCode({ values }: TableRecord, { mode }: CandidatesContext, report: Report): void {
  const value = values.get('creditCode');
  const fault = value === undefined ? null : checkCreditCode(value);
  if (fault === 'malformed') report('credit-code-malformed', 'warning', 'creditCode', { value: value ?? '' });
  if (fault === 'check-digit' && mode === 'official')
    report('credit-code-check', 'warning', 'creditCode', { value: value ?? '' });
}
