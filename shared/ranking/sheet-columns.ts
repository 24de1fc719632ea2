import { at, intAt, lookUp } from '../base/at.ts';
import { placesOf } from '../base/places.ts';
import type { Track } from '../round/round.ts';
import { listCriteria, listExpertGates, type Rubric } from '../round/rubric.ts';
import type { GateAnswer, SheetState } from '../scoring/sheet.ts';
import type { CandidateColumns, RankingSheet, SheetColumns, SheetDetails } from './ranking.ts';

/** What stands in `points` where a sheet has none, or none that its rubric allows; such points are no part of the sums in `categories`. */
export const noPoints = -1;

/** Bits of `flags`: two for the state, 弄虚作假, void, scored without all points; from the ninth on, the gates that were failed. */
const sheetStates: readonly SheetState[] = ['scored', 'recused', 'abstained'];
const stateBits = 3;
const fraudBit = 4;
const voidBit = 8;
const incompleteBit = 16;
const gateShift = 8;

/** Scored in full and not void: the sheet counts. */
export function isValid(flags: number): boolean {
  return (flags & (stateBits | voidBit | incompleteBit)) === 0;
}

/** The sheet would count, but points are lacking. */
export function isIncomplete(flags: number): boolean {
  return (flags & (stateBits | voidBit | incompleteBit)) === incompleteBit;
}

/** Whether the sheet is void (意见无效). */
export function isVoid(flags: number): boolean {
  return (flags & voidBit) !== 0;
}

/** Whether the sheet flags 弄虚作假 and is not void (ruling 18). */
export function flagsFraud(flags: number): boolean {
  return (flags & (fraudBit | voidBit)) === fraudBit;
}

/** The gates that the sheet fails, as bits in the order of the gates that experts answer. */
export function failedGates(flags: number): number {
  return flags >>> gateShift;
}

/** Sheets with those that a test picks (by place) made void. */
export function voidWhere(sheets: SheetColumns, picks: (place: number) => boolean): SheetColumns {
  const flags = sheets.flags.map((own, place) => (picks(place) ? own | voidBit : own));
  const { count, expertIds, digests, experts, candidates, categories, categoryStride } = sheets;
  return {
    count,
    expertIds,
    digests,
    experts,
    candidates,
    flags,
    categories,
    categoryStride,
    // Not read before they are asked for.
    get details() {
      return sheets.details;
    },
  };
}

/** What the columns of a rubric's sheets follow: criteria with their most points, how many each category has, and gates. */
export type SheetShape = {
  readonly criteria: readonly { readonly id: string; readonly max: number }[];
  readonly categories: readonly number[];
  readonly gates: readonly string[];
};

/** The shape of a rubric's sheets. */
export function shapeOf(rubric: Rubric): SheetShape {
  return {
    criteria: listCriteria(rubric),
    categories: rubric.categories.map(({ criteria }) => criteria.length),
    gates: listExpertGates(rubric).map(({ id }) => id),
  };
}

/** The shape of sheets by the place of the candidate's track; every track's rubric is known. */
export function shapesOf({ tracks, rubrics }: { tracks: readonly Track[]; rubrics: readonly Rubric[] }): SheetShape[] {
  const shapes = new Map(rubrics.map((rubric) => [rubric.id, shapeOf(rubric)]));
  return tracks.map(({ rubricId }) => lookUp(shapes, rubricId));
}

const noShape: SheetShape = { criteria: [], categories: [], gates: [] };

/** What laying out sheets needs to know of the round. */
export type Layout = {
  /** A candidate's place by its id; −1 when it is none of the round's. */
  readonly placeOf: (candidateId: string) => number;
  /** Place of each candidate's track. */
  readonly tracks: Int32Array;
  readonly shapes: readonly SheetShape[];
};

/** How many places a sheet takes in `points` and in `categories`: as many as the longest rubric has. */
export function stridesOf(shapes: readonly SheetShape[]): { readonly points: number; readonly categories: number } {
  return {
    points: Math.max(0, ...shapes.map(({ criteria }) => criteria.length)),
    categories: Math.max(0, ...shapes.map(({ categories }) => categories.length)),
  };
}

/** Sheets as columns, expert by expert, each one's in the order of the candidates. What the shapes do not know is left out. */
export function sheetColumns(sheets: readonly RankingSheet[], layout: Layout): SheetColumns {
  const byExpert = placesOf(expertsOf(sheets));
  const placed = sheets.map((sheet) => ({
    sheet,
    expert: lookUp(byExpert, sheet.expertId),
    candidate: layout.placeOf(sheet.candidateId),
  }));
  placed.sort((a, b) => a.expert - b.expert || a.candidate - b.candidate);
  const ordered = placed.map(({ sheet }) => sheet);
  const { tracks, shapes } = layout;
  const candidates = Int32Array.from(placed, ({ candidate }) => candidate);
  const findShape = (place: number): SheetShape => {
    const candidate = intAt(candidates, place);
    return candidate < 0 ? noShape : (shapes[intAt(tracks, candidate)] ?? noShape);
  };
  const details = detailsOf(ordered, findShape, stridesOf(shapes).points);
  return {
    count: sheets.length,
    expertIds: [...byExpert.keys()],
    digests: [],
    experts: Int32Array.from(placed, ({ expert }) => expert),
    candidates,
    flags: Int32Array.from(ordered, (sheet, place) => {
      const { criteria } = findShape(place);
      const own = details.points.subarray(place * details.stride, place * details.stride + criteria.length);
      return flagsOf(sheet, findShape(place)) | (own.includes(noPoints) ? incompleteBit : 0);
    }),
    ...sumCategories(details, findShape, sheets.length, stridesOf(shapes).categories),
    details,
  };
}

function* expertsOf(sheets: readonly RankingSheet[]): Generator<string> {
  for (const { expertId } of sheets) yield expertId;
}

function flagsOf(sheet: RankingSheet, { gates }: SheetShape): number {
  const own = sheetStates.indexOf(sheet.state) | (sheet.fraud ? fraudBit : 0) | (sheet.void ? voidBit : 0);
  return own | (bitsOf(gates, (id) => sheet.gates[id] === 'fail') << gateShift);
}

function bitsOf(ids: readonly string[], isSet: (id: string) => boolean): number {
  return ids.reduce((bits, id, index) => (isSet(id) ? bits | (1 << index) : bits), 0);
}

function detailsOf(
  sheets: readonly RankingSheet[],
  findShape: (place: number) => SheetShape,
  stride: number,
): SheetDetails {
  const points = new Int32Array(sheets.length * stride).fill(noPoints);
  for (const [place, sheet] of sheets.entries()) {
    for (const [index, { id, max }] of findShape(place).criteria.entries()) {
      const given = sheet.points[id];
      if (given !== undefined && Number.isInteger(given) && given >= 0 && given <= max) {
        points[place * stride + index] = given;
      }
    }
  }
  const answered = Int32Array.from(sheets, (sheet, place) =>
    bitsOf(findShape(place).gates, (id) => sheet.gates[id] !== undefined),
  );
  return { ids: sheets.map(({ id }) => id), answered, stride, points };
}

/** Sums of the points of each category, sheet by sheet. */
export function sumCategories(
  { points, stride }: Pick<SheetDetails, 'points' | 'stride'>,
  findShape: (place: number) => SheetShape,
  count: number,
  categoryStride: number,
): Pick<SheetColumns, 'categories' | 'categoryStride'> {
  const categories = new Int32Array(count * categoryStride);
  for (let place = 0; place < count; place += 1) {
    let next = place * stride;
    for (const [index, length] of findShape(place).categories.entries()) {
      const own = points.subarray(next, next + length);
      categories[place * categoryStride + index] = own.reduce((sum, given) => sum + Math.max(0, given), 0);
      next += length;
    }
  }
  return { categories, categoryStride };
}

/** A sheet written out. Its candidate and its expert are in the lists. */
export function sheetAt(
  { candidates, sheets }: { readonly candidates: CandidateColumns; readonly sheets: SheetColumns },
  place: number,
  { criteria, gates }: SheetShape,
): RankingSheet {
  const flags = intAt(sheets.flags, place);
  return {
    id: String(sheets.details.ids[place]),
    expertId: at(sheets.expertIds, intAt(sheets.experts, place)),
    candidateId: at(candidates.list, intAt(sheets.candidates, place)).id,
    state: at(sheetStates, flags & stateBits),
    points: pointsAt(sheets.details, place, criteria),
    gates: gatesAt(sheets, place, gates),
    fraud: (flags & fraudBit) !== 0,
    void: isVoid(flags),
  };
}

function pointsAt({ points, stride }: SheetDetails, place: number, criteria: SheetShape['criteria']) {
  const given: Record<string, number> = {};
  for (const [index, { id }] of criteria.entries()) {
    const own = intAt(points, place * stride + index);
    if (own !== noPoints) given[id] = own;
  }
  return given;
}

function gatesAt({ flags, details }: SheetColumns, place: number, gates: readonly string[]) {
  const answers: Record<string, GateAnswer> = {};
  const [answered, failed] = [intAt(details.answered, place), failedGates(intAt(flags, place))];
  for (const [index, id] of gates.entries()) {
    if ((answered & (1 << index)) !== 0) answers[id] = (failed & (1 << index)) === 0 ? 'pass' : 'fail';
  }
  return answers;
}
