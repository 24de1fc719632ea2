import type { ImportProblem, ProblemSeverity } from '../base/import-table.ts';
import { foldText } from '../tables/clean.ts';
import type { TableRecord } from '../tables/read-record.ts';
import type { ExpertsContext, InterpretedExpert } from './interpreted-expert.ts';

type Person = Omit<InterpretedExpert, 'taken'>;
/** Somebody of the same name and unit seen before; `place` null when the round has him already. */
type Seen = { readonly place: Place | null; readonly fitsPhone: (phone: string) => boolean };
type Place = { readonly sheet: string; readonly row: number };

/** Longest unit to avoid, and how many of them (`expertSchema`). */
const avoidMaximum = { length: 120, count: 100 } as const;

/** Applies the rules for rows as experts: identity is name and unit, and the telephone where both name one. */
export function judgeExperts(
  experts: readonly Person[],
  records: readonly TableRecord[],
  context: ExpertsContext,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const seen = new Map<string, Seen[]>();
  for (const { name, unit, fitsPhone } of context.existing ?? [])
    addSeen(seen, personKey(name, unit), { place: null, fitsPhone });
  let leader: Place | null = null;
  experts.forEach((expert, index) => {
    const report = makeReport(expert, records[index], problems);
    if (expert.name === '') report('name-missing', 'row', 'name');
    if (expert.unit === '') report('unit-missing', 'row', 'unit');
    checkAvoidUnits(expert, report);
    checkRepetition(expert, seen, report);
    if (expert.leader && leader !== null)
      report('several-leaders', 'warning', 'leader', { first: showPlace(leader, expert) });
    if (expert.leader) leader ??= expert;
  });
  return problems;
}

type Report = (kind: string, severity: ProblemSeverity, key: string, detail?: ImportProblem['detail']) => void;

function makeReport({ sheet, row }: Person, record: TableRecord | undefined, problems: ImportProblem[]): Report {
  return (kind, severity, key, detail = {}) =>
    problems.push({ sheet, row, column: record?.columns.get(key) ?? null, kind: `experts.${kind}`, severity, detail });
}

function checkAvoidUnits({ avoidUnits }: Person, report: Report): void {
  const long = avoidUnits.some((unit) => unit.length > avoidMaximum.length);
  if (long || avoidUnits.length > avoidMaximum.count)
    report('avoid-units-too-long', 'row', 'avoidUnits', { length: avoidMaximum.length, count: avoidMaximum.count });
}

function checkRepetition(expert: Person, seen: Map<string, Seen[]>, report: Report): void {
  if (expert.name === '' || expert.unit === '') return;
  const key = personKey(expert.name, expert.unit);
  const alike = seen.get(key) ?? [];
  const same = alike.find(({ fitsPhone }) => fitsPhone(expert.phone));
  const detail = { name: expert.name };
  if (same?.place === null) report('exists', 'row', 'name', detail);
  else if (same !== undefined) report('repeated', 'row', 'name', { ...detail, first: showPlace(same.place, expert) });
  else if (alike.length > 0)
    report('same-name', 'warning', 'name', {
      ...detail,
      first: alike[0]?.place ? showPlace(alike[0].place, expert) : '—',
    });
  if (same === undefined) addSeen(seen, key, { place: expert, fitsPhone: (phone) => isSamePhone(expert.phone, phone) });
}

/** Identity counts the telephone only where both sides name one. */
function isSamePhone(left: string, right: string): boolean {
  return left === right || left === '' || right === '';
}

function addSeen(seen: Map<string, Seen[]>, key: string, person: Seen): void {
  seen.set(key, [...(seen.get(key) ?? []), person]);
}

/** A row's number, behind the sheet's name when it is another sheet. */
function showPlace({ sheet, row }: Place, from: Place): string {
  return sheet === from.sheet ? String(row) : `${sheet}!${row}`;
}

function personKey(name: string, unit: string): string {
  return `${foldText(name)}\n${foldText(unit)}`;
}
