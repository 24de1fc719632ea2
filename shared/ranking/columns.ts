import { intAt } from '../base/at.ts';
import { compareBytes } from '../base/order.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type {
  CandidateColumns,
  ColumnInput,
  ListedInput,
  RankingCandidate,
  RankingInput,
  SheetColumns,
} from './ranking.ts';
import type { RankingCode } from './sentences.ts';
import { shapesOf, sheetColumns, voidWhere } from './sheet-columns.ts';

/** A round's candidates and sheets as columns; what is counted never needs an object for each. */
export type Columns = { readonly candidates: CandidateColumns; readonly sheets: SheetColumns };

/** Whether an input's candidates and sheets are lists. */
export function isListed(input: RankingInput): input is ListedInput {
  return Array.isArray(input.sheets);
}

/** An input with columns, whichever form it has. */
export function columnInput(input: RankingInput): Result<ColumnInput, RankingCode> {
  if (!isListed(input)) return ok(input);
  const candidates = candidateColumns(input);
  if (!candidates.ok) return candidates;
  const { list, tracks } = candidates.value;
  const places = new Map(list.map(({ id }, place) => [id, place]));
  const placeOf = (candidateId: string): number => places.get(candidateId) ?? -1;
  const sheets = sheetColumns(input.sheets, { placeOf, tracks, shapes: shapesOf(input) });
  return ok({ ...input, candidates: candidates.value, sheets });
}

function candidateColumns({ candidates, tracks }: ListedInput): Result<CandidateColumns, RankingCode> {
  const list = candidates.toSorted((a, b) => compareBytes(a.code, b.code) || compareBytes(a.id, b.id));
  const seen = new Set<string>();
  const places = new Map(tracks.map(({ id }, place) => [id, place]));
  for (const { id, code } of list) {
    if (seen.has(id)) return fail('ranking.candidate-repeated', { candidate: code });
    seen.add(id);
  }
  return ok({
    count: list.length,
    tracks: Int32Array.from(list, ({ trackId }) => places.get(trackId) ?? -1),
    vetoes: new Map(list.flatMap(({ staffVeto }, place) => (staffVeto === null ? [] : [[place, staffVeto] as const]))),
    list,
  });
}

/** All candidates of an input, in whichever form it has them. */
export function listCandidates(input: RankingInput): readonly RankingCandidate[] {
  return isListed(input) ? input.candidates : input.candidates.list;
}

/** How many sheets an input has. */
export function countSheets(input: RankingInput): number {
  return isListed(input) ? input.sheets.length : input.sheets.count;
}

/** The input with all sheets of some experts void. */
export function voidExperts(input: RankingInput, experts: ReadonlySet<string>): RankingInput {
  if (experts.size === 0) return input;
  if (isListed(input)) {
    const sheets = input.sheets.map((sheet) => (experts.has(sheet.expertId) ? { ...sheet, void: true } : sheet));
    return { ...input, sheets };
  }
  const { sheets } = input;
  const left = sheets.expertIds.map((id) => experts.has(id));
  return { ...input, sheets: voidWhere(sheets, (place) => left[intAt(sheets.experts, place)] === true) };
}
