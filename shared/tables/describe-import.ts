import type { ImportProblem, ProblemSeverity } from '../base/import-table.ts';
import type { Failure } from '../base/result.ts';
import { fillSentence, type Language, type Sentences } from '../base/sentence.ts';
import type { ImportNote, Interpretation, InterpretedRow } from './interpretation.ts';

/** The value of a field in JSON: figures as numbers, what is not filled in as null. */
export type ReportValue = string | number | null;

/** What an import did, in the shape of the command line's `--json` (command line design, “JSON shapes”). */
export type ImportReport = {
  readonly taken: number;
  readonly held: number;
  readonly warnings: number;
  readonly rows: readonly {
    readonly sheet: string;
    /** The number a person sees in the spreadsheet. */
    readonly row: number;
    /** Null for experts. */
    readonly code: string | null;
    readonly name: string;
    readonly unit: string;
    /** By key for known fields, by header for extra columns; sealed ones masked. */
    readonly fields: Readonly<Record<string, ReportValue>>;
    readonly taken: boolean;
  }[];
  readonly problems: readonly ReportProblem[];
  readonly notes: readonly Omit<ReportProblem, 'severity'>[];
};

export type ReportProblem = {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly kind: string;
  readonly severity: ProblemSeverity;
  readonly message: string;
};

/** Rows of candidates and experts alike; experts have no code. */
export type ReportRow = InterpretedRow & { readonly code?: string };

/**
 * Turns an interpretation into the command line's JSON, in the given language.
 * @param sentences sentences of all kinds that may occur
 * @param listMore fields of a row that are parts of it and not among `fields` (a track's name, a title)
 */
export function describeImport<Row extends ReportRow>(
  { rows, problems, notes, layouts }: Interpretation<Row>,
  language: Language,
  sentences: Sentences,
  listMore: (row: Row) => Readonly<Record<string, ReportValue>>,
): ImportReport {
  const known = new Map(layouts.map(({ sheet, columns }) => [sheet, columns.flatMap(({ key }) => key ?? [])]));
  const own = new Set(['code', 'name', 'unit', 'track', 'dossier', 'serial']);
  return {
    taken: rows.filter(({ taken }) => taken).length,
    held: rows.filter(({ taken }) => !taken).length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    rows: rows.map((row) => ({
      sheet: row.sheet,
      row: row.row,
      code: row.code ?? null,
      name: row.name,
      unit: row.unit,
      fields: {
        ...Object.fromEntries((known.get(row.sheet) ?? []).filter((key) => !own.has(key)).map((key) => [key, null])),
        ...listMore(row),
        ...Object.fromEntries(row.fields.map((field) => [field.key ?? field.label, reportValue(field)])),
      },
      taken: row.taken,
    })),
    problems: problems.map((problem) => ({
      ...placeOf(problem),
      severity: problem.severity,
      message: describeProblem(problem, language, sentences),
    })),
    notes: notes.map((note) => ({ ...placeOf(note), message: describeProblem(note, language, sentences) })),
  };
}

/** A file that could not be read at all, in the same shape. */
export function describeRefusal(failure: Failure, language: Language, sentences: Sentences): ImportReport {
  const problem: ImportProblem = {
    sheet: '',
    row: null,
    column: null,
    kind: failure.code,
    severity: 'file',
    detail: failure.detail ?? {},
  };
  const message = describeProblem(problem, language, sentences);
  const report = { ...placeOf(problem), severity: problem.severity, message };
  return { taken: 0, held: 0, warnings: 0, rows: [], problems: [report], notes: [] };
}

/** The sentence of a fault or note behind its place: “工业软件”第 5 行 C 列：没有编号，…… */
export function describeProblem(problem: ImportNote, language: Language, sentences: Sentences): string {
  const sentence = sentences[problem.kind];
  const place = describePlace(problem, language);
  const text = sentence === undefined ? problem.kind : fillSentence(sentence, language, problem.detail);
  if (place === '') return text;
  return language === 'zh-CN' ? `${place}：${text}` : `${place}: ${text}`;
}

/** Where something is, as a person finds it in the spreadsheet; empty when it is the file as a whole. */
export function describePlace({ sheet, row, column }: Omit<ImportNote, 'kind' | 'detail'>, language: Language): string {
  if (language === 'zh-CN') {
    const parts = [
      sheet === '' ? '' : `“${sheet}”`,
      row === null ? '' : `第 ${row} 行`,
      column === null ? '' : `${column} 列`,
    ];
    return parts.filter((part) => part !== '').join(' ');
  }
  const parts = [
    sheet === '' ? '' : `“${sheet}”`,
    row === null ? '' : `row ${row}`,
    column === null ? '' : `column ${column}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function placeOf({ sheet, row, column, kind }: ImportNote): Omit<ReportProblem, 'severity' | 'message'> {
  return { sheet, row, column, kind };
}

function reportValue({ value, numeric }: { readonly value: string; readonly numeric: boolean }): ReportValue {
  return numeric && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}
