import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { lookUp } from '#shared/base/at.ts';
import { canonicalSheets } from '#shared/ranking/canonical.ts';
import type { RankingCandidate, RankingSheet, SheetDigest } from '#shared/ranking/ranking.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import type { GateAnswer, SheetState } from '#shared/scoring/sheet.ts';
import { OwnerTable, packFigures, shapeOf, unpackFigures, type FiguresShape } from './sheet-figures.ts';

/** Current sheets, and per expert the digest of their canonical text. */
export type RankingSheets = {
  readonly sheets: readonly RankingSheet[];
  readonly digests: ReadonlyMap<string, SheetDigest>;
};

type ResultRow = { statement: string; expert_id: string; digest: string | null; figures: Uint8Array | null };
type SheetRow = {
  id: number;
  candidate_id: string;
  state: string;
  total: number;
  points: string;
  gates: string;
  fraud: number;
};

/**
 * The sheets of a round's current results. Those of a result that was ranked before come from its packed figures; others are
 * read from their rows and packed for the next time.
 */
export function loadRankingSheets(
  db: Database,
  round: { readonly id: string; readonly design: Design },
  candidates: readonly RankingCandidate[],
  voidExperts: ReadonlySet<string | null>,
): RankingSheets {
  const shapes = shapesByTrack(round.design);
  const basis = basisOf(round.design, candidates);
  const rows = db
    .prepare<{ round: string; basis: string }, ResultRow>(
      `SELECT r.statement, r.expert_id, f.digest, f.figures FROM results r
       LEFT JOIN ranking_figures f ON f.result = r.statement AND f.basis = :basis
       WHERE r.round_id = :round AND r.current = 1`,
    )
    .all({ round: round.id, basis });
  const { table, shapeOfCandidate } = listOwners(candidates, shapes);
  const sheets: RankingSheet[] = [];
  const digests = new Map<string, SheetDigest>();
  const packed: Packed[] = [];
  for (const { statement, expert_id: id, digest, figures } of rows) {
    const expert = { id, void: voidExperts.has(id) };
    const before = sheets.length;
    if (figures === null || digest === null) {
      const made = readAndPack(db, statement, expert, shapeOfCandidate);
      for (const sheet of made.sheets) sheets.push(sheet);
      digests.set(id, { digest: made.digest, sheets: made.sheets.length });
      packed.push(made);
    } else {
      unpackFigures(figures, table, expert, sheets);
      digests.set(id, { digest, sheets: sheets.length - before });
    }
  }
  keepPacked(db, basis, packed);
  return { sheets, digests };
}

/** All that packing depends on beside the sheets: rubrics, and by which of them a candidate is scored. */
function basisOf({ tracks, rubrics }: Design, candidates: readonly RankingCandidate[]): string {
  const rubricOf = tracks.map(({ id, rubricId }) => [id, rubricId]);
  return sha256(JSON.stringify([rubrics, rubricOf, candidates.map(({ id, trackId }) => [id, trackId])]));
}

type Design = Pick<RoundDesign, 'tracks' | 'rubrics'>;

function listOwners(
  candidates: readonly RankingCandidate[],
  shapes: ReadonlyMap<string, FiguresShape>,
): { readonly table: OwnerTable; readonly shapeOfCandidate: ReadonlyMap<string, FiguresShape> } {
  const owners = candidates.flatMap(({ id, trackId }) => {
    const shape = shapes.get(trackId);
    return shape === undefined ? [] : [{ id, shape }];
  });
  return { table: new OwnerTable(owners), shapeOfCandidate: new Map(owners.map(({ id, shape }) => [id, shape])) };
}

/** A design's tracks name rubrics that it has. */
function shapesByTrack({ tracks, rubrics }: Design): Map<string, FiguresShape> {
  const shapes = new Map(rubrics.map((rubric) => [rubric.id, shapeOf(rubric)]));
  return new Map(tracks.map(({ id, rubricId }) => [id, lookUp(shapes, rubricId)]));
}

type Expert = { readonly id: string; readonly void: boolean };

type Packed = {
  readonly statement: string;
  readonly sheets: readonly RankingSheet[];
  readonly digest: string;
  readonly figures: Uint8Array | null;
};

/** Sheets that do not fit their rubric are not believed: without their totals the ranking looks at each point. */
function readAndPack(
  db: Database,
  statement: string,
  expert: Expert,
  shapes: ReadonlyMap<string, FiguresShape>,
): Packed {
  const read = readSheets(db, statement, expert);
  const figures = packFigures(read, (id) => shapes.get(id));
  const sheets = figures === null ? read.map(withoutTotal) : read;
  return { statement, sheets, digest: sha256(canonicalSheets(read)), figures };
}

function withoutTotal(sheet: RankingSheet): RankingSheet {
  const { total: _, ...rest } = sheet;
  return rest;
}

/** Keeping is a convenience: a database that cannot be written now is read as it is. */
function keepPacked(db: Database, basis: string, packed: readonly Packed[]): void {
  if (packed.length === 0 || db.readonly) return;
  const insert = db.prepare(
    'INSERT OR REPLACE INTO ranking_figures (result, basis, digest, figures) VALUES (?, ?, ?, ?)',
  );
  const keep = db.transaction(() => {
    for (const { statement, digest, figures } of packed)
      if (figures !== null) insert.run(statement, basis, digest, figures);
  });
  try {
    keep();
  } catch (error) {
    if (!isBusyOrReadOnly(error)) throw error;
  }
}

function isBusyOrReadOnly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|READONLY|FULL|IOERR)/.test(String(error.code));
}

function readSheets(db: Database, statement: string, expert: Expert): RankingSheet[] {
  return db
    .prepare<[string], SheetRow>(
      `SELECT id, candidate_id, state, total, points, gates, fraud FROM sheets WHERE result = ? ORDER BY candidate_id`,
    )
    .all(statement)
    .map((row) => ({
      id: String(row.id),
      expertId: expert.id,
      candidateId: row.candidate_id,
      state: readState(row.state),
      points: readPoints(row.points),
      gates: readGates(row.gates),
      fraud: row.fraud === 1,
      void: expert.void,
      total: row.total,
    }));
}

function readState(state: string): SheetState {
  if (state === 'scored' || state === 'recused' || state === 'abstained') return state;
  throw new TypeError(`no state of a sheet: ${state}`);
}

function readPoints(text: string): Record<string, number> {
  const value: unknown = JSON.parse(text);
  if (isRecordOf(value, (points) => typeof points === 'number')) return value;
  throw new TypeError('no points of a sheet');
}

function readGates(text: string): Record<string, GateAnswer> {
  const value: unknown = JSON.parse(text);
  if (isRecordOf(value, (answer) => answer === 'pass' || answer === 'fail')) return value;
  throw new TypeError('no gates of a sheet');
}

function isRecordOf<Value>(value: unknown, isValue: (item: unknown) => item is Value): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isValue);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
