import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { canonicalSheets } from '#shared/ranking/canonical.ts';
import type { Columns } from '#shared/ranking/columns.ts';
import { shapesOf, type Layout, type SheetShape } from '#shared/ranking/sheet-columns.ts';
import type { RankingCandidate, RankingSheet, StaffVeto } from '#shared/ranking/ranking.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import type { GateAnswer, SheetState } from '#shared/scoring/sheet.ts';
import { joinFigures, packFigures, packWords, readWords, type ExpertFigures, type Figures } from './sheet-figures.ts';

type CandidateRow = { id: string; code: string; name: string; unit: string; trackId: string };
type ResultRow = { statement: string; expertId: string; digest: string; sheets: number };
type SheetRow = { id: number; candidate_id: string; state: string; points: string; gates: string; fraud: number };

/** What counts of the decisions on record. */
export type InForce = { readonly vetoes: ReadonlyMap<string, StaffVeto>; readonly voidExperts: ReadonlySet<string> };

type Design = Pick<RoundDesign, 'tracks' | 'rubrics'>;
type RoundRules = { readonly id: string; readonly design: Design };

/**
 * Candidates and current sheets of a round as columns. What was ranked before is read packed, a million sheets in a fraction
 * of the time that their rows take; the rest is read from its rows and packed for the next time.
 */
export function loadRankingColumns(db: Database, round: RoundRules, inForce: InForce): Columns {
  // One snapshot: what somebody else changes meanwhile is neither mixed in nor kept.
  const load = db.transaction((mayKeep: boolean) => loadSnapshot(db, round, inForce, mayKeep));
  try {
    return load(!db.readonly);
  } catch (error) {
    // Keeping is a convenience: a database that cannot be written now is read as it is. A full disk may only show at the commit.
    if (!isUnwritable(error)) throw error;
    return load(false);
  }
}

function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|READONLY|FULL|IOERR)/.test(String(error.code));
}

function loadSnapshot(
  db: Database,
  { id: roundId, design }: RoundRules,
  { vetoes, voidExperts }: InForce,
  mayKeep: boolean,
): Columns {
  const shapes = shapesOf(design);
  const basis = basisOf(design);
  const kept = readTracks(db, roundId, basis);
  let listed: readonly RankingCandidate[] | null = null;
  const list = (): readonly RankingCandidate[] => (listed ??= readCandidates(db, roundId, vetoes));
  const tracks = kept ?? placeTracks(list(), design);
  const results = listResults(db, roundId, kept !== null);
  const layout = results.some(isMissing) ? layOut(list(), tracks, shapes) : null;
  const packed = new Map<string, Packed>();
  const reader = readKept(db);
  const figures = results.map((row): ExpertFigures => {
    const own = { expertId: row.expertId, void: voidExperts.has(row.expertId) };
    if (layout === null || !isMissing(row)) return { ...own, ...reader(row) };
    const made = packResult(db, row, layout);
    packed.set(row.statement, made);
    return { ...own, ...made, readFigures: () => made.figures, readDetails: () => made.details };
  });
  if (mayKeep && packed.size > 0) keepPacked(db, { roundId, basis, tracks: kept === null ? tracks : null, packed });
  const sheets = joinFigures(figures, shapes);
  const placed = vetoes.size === 0 ? [] : list().entries();
  return {
    candidates: {
      count: tracks.length,
      tracks,
      vetoes: new Map(
        [...placed].flatMap(([place, { staffVeto }]) => (staffVeto === null ? [] : [[place, staffVeto]])),
      ),
      get list() {
        return list();
      },
    },
    sheets,
  };
}

/** All that packing depends on beside candidates and sheets: rubrics, and by which of them a track is scored. */
function basisOf({ tracks, rubrics }: Design): string {
  return sha256(JSON.stringify([rubrics, tracks.map(({ id, rubricId }) => [id, rubricId])]));
}

function readTracks(db: Database, roundId: string, basis: string): Int32Array | null {
  const kept = db
    .prepare<[string, string], Uint8Array>('SELECT tracks FROM ranking_rounds WHERE round_id = ? AND basis = ?')
    .pluck()
    .get(roundId, basis);
  return kept === undefined ? null : readWords(kept);
}

/** By bytes of the code, as SQLite orders text. */
function readCandidates(db: Database, roundId: string, vetoes: InForce['vetoes']): RankingCandidate[] {
  return db
    .prepare<[string], CandidateRow>(
      'SELECT id, code, name, unit, track_id AS trackId FROM candidates WHERE round_id = ? ORDER BY code',
    )
    .all(roundId)
    .map((candidate) => ({ ...candidate, staffVeto: vetoes.get(candidate.id) ?? null }));
}

function placeTracks(candidates: readonly RankingCandidate[], { tracks }: Design): Int32Array {
  const places = new Map(tracks.map(({ id }, place) => [id, place]));
  return Int32Array.from(candidates, ({ trackId }) => places.get(trackId) ?? -1);
}

function layOut(candidates: readonly RankingCandidate[], tracks: Int32Array, shapes: readonly SheetShape[]): Layout {
  const places = new Map(candidates.map(({ id }, place) => [id, place]));
  return { placeOf: (id) => places.get(id) ?? -1, tracks, shapes };
}

/** Current results by bytes of the expert's id; an empty digest where nothing is kept. */
function listResults(db: Database, roundId: string, isKept: boolean): ResultRow[] {
  return db
    .prepare<{ roundId: string; isKept: number }, ResultRow>(
      `SELECT r.statement, r.expert_id AS expertId, coalesce(f.digest, '') AS digest, coalesce(f.sheets, 0) AS sheets FROM results r
       LEFT JOIN ranking_figures f ON f.result = r.statement AND :isKept
       WHERE r.round_id = :roundId AND r.current = 1 ORDER BY r.expert_id`,
    )
    .all({ roundId, isKept: isKept ? 1 : 0 });
}

function isMissing({ digest }: ResultRow): boolean {
  return digest === '';
}

type Packed = Figures & { readonly digest: string; readonly sheets: number };

function packResult(db: Database, { statement, expertId }: ResultRow, layout: Layout): Packed {
  const sheets = readSheets(db, statement, expertId);
  return { digest: sha256(canonicalSheets(sheets)), sheets: sheets.length, ...packFigures(sheets, layout) };
}

type Kept = Pick<ExpertFigures, 'digest' | 'sheets' | 'readFigures' | 'readDetails'>;

function readKept(db: Database): (row: ResultRow) => Kept {
  const read = (column: keyof Figures): ((statement: string) => Uint8Array) => {
    const select = db.prepare<[string], Uint8Array>(`SELECT ${column} FROM ranking_figures WHERE result = ?`).pluck();
    return (statement) => {
      const kept = select.get(statement);
      // Details are read late: by then they must still be those of this ranking.
      if (kept === undefined) throw new RangeError(`the packed ${column} of a result are gone`);
      return kept;
    };
  };
  const [readFigures, readDetails] = [read('figures'), read('details')];
  return ({ statement, digest, sheets }) => ({
    digest,
    sheets,
    readFigures: () => readFigures(statement),
    readDetails: () => readDetails(statement),
  });
}

type Keep = {
  readonly roundId: string;
  readonly basis: string;
  /** Null when they are kept already. */
  readonly tracks: Int32Array | null;
  readonly packed: ReadonlyMap<string, Packed>;
};

function keepPacked(db: Database, { roundId, basis, tracks, packed }: Keep): void {
  const insert = db.prepare(
    `INSERT OR REPLACE INTO ranking_figures (result, round_id, digest, sheets, figures, details)
     VALUES (:result, :roundId, :digest, :sheets, :figures, :details)`,
  );
  if (tracks !== null) {
    db.prepare('DELETE FROM ranking_rounds WHERE round_id = ?').run(roundId);
    db.prepare('INSERT INTO ranking_rounds (round_id, basis, tracks) VALUES (?, ?, ?)').run(
      roundId,
      basis,
      packWords(tracks),
    );
  }
  for (const [result, own] of packed) insert.run({ result, roundId, ...own });
}

function readSheets(db: Database, statement: string, expertId: string): RankingSheet[] {
  return db
    .prepare<[string], SheetRow>(
      'SELECT id, candidate_id, state, points, gates, fraud FROM sheets WHERE result = ? ORDER BY candidate_id',
    )
    .all(statement)
    .map((row) => ({
      id: String(row.id),
      expertId,
      candidateId: row.candidate_id,
      state: readState(row.state),
      points: readPoints(row.points),
      gates: readGates(row.gates),
      fraud: row.fraud === 1,
      void: false,
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
