import type { RankingSheet } from '#shared/ranking/ranking.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';
import type { GateAnswer, SheetState } from '#shared/scoring/sheet.ts';

/**
 * The sheets of one result as 32-bit little-endian integers, sheet by sheet: four words of the candidate's UUID, the row's
 * id, flags, total, gates answered, gates failed (bits in the rubric's order), and, when scored, the points in the
 * rubric's order. A million sheets are read so in a fraction of the time that their JSON takes.
 */
const headWords = 9;
const stateNames: readonly SheetState[] = ['scored', 'recused', 'abstained'];
const fraudBit = 4;

/** What packing needs to know of a rubric. */
export type FiguresShape = {
  readonly criteria: readonly string[];
  readonly gates: readonly string[];
  /** All criteria with 0 points: copied, then filled, which keeps one shape for all sheets. */
  readonly blank: Readonly<Record<string, number>>;
};

/** The shape of a rubric's sheets. */
export function shapeOf(rubric: Rubric): FiguresShape {
  const criteria = listCriteria(rubric).map(({ id }) => id);
  return {
    criteria,
    gates: rubric.gates.map(({ id }) => id),
    blank: Object.fromEntries(criteria.map((id) => [id, 0])),
  };
}

/**
 * Packs sheets. @returns null when one of them does not fit its rubric exactly: then all are read from their rows, and
 * what is wrong shows where it always did.
 */
export function packFigures(
  sheets: readonly RankingSheet[],
  findShape: (candidateId: string) => FiguresShape | undefined,
): Uint8Array | null {
  const words: number[] = [];
  for (const sheet of sheets) {
    const shape = findShape(sheet.candidateId);
    const packed = shape === undefined ? null : packSheet(sheet, shape);
    if (packed === null) return null;
    words.push(...packed);
  }
  return new Uint8Array(Int32Array.from(words).buffer);
}

function packSheet(sheet: RankingSheet, { criteria, gates }: FiguresShape): number[] | null {
  const { id, candidateId, state, points, fraud, total } = sheet;
  const scored = state === 'scored';
  const given = criteria.flatMap((criterion) => points[criterion] ?? []);
  const answers = gates.map((gate) => sheet.gates[gate]);
  const fits =
    given.length === (scored ? criteria.length : 0) &&
    Object.keys(points).length === given.length &&
    Object.keys(sheet.gates).length === answers.filter((answer) => answer !== undefined).length;
  const bits = (isSet: (answer: GateAnswer | undefined) => boolean): number =>
    answers.reduce((mask, answer, index) => (isSet(answer) ? mask | (1 << index) : mask), 0);
  const head = [
    ...wordsOf(candidateId),
    Number(id),
    stateNames.indexOf(state) + (fraud ? fraudBit : 0),
    total ?? NaN,
    bits((answer) => answer !== undefined),
    bits((answer) => answer === 'fail'),
  ];
  const all = [...head, ...given];
  return fits && all.every((word) => Number.isInteger(word) && (word | 0) === word) ? all : null;
}

/** The four words of a UUID; NaN where the text is none. */
function wordsOf(id: string): number[] {
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})([0-9a-f]{8})$/.exec(id);
  if (digits === null) return [NaN, NaN, NaN, NaN];
  const [, first = '', second = '', third = '', fourth = '', fifth = '', last = ''] = digits;
  return [first, second + third, fourth + fifth, last].map((word) => Number.parseInt(word, 16) | 0);
}

/** A candidate that sheets are unpacked for. */
export type FiguresOwner = { readonly id: string; readonly shape: FiguresShape };

/** Finds candidates by the four words of their UUIDs. */
export class OwnerTable {
  readonly #owners: readonly FiguresOwner[];
  /** Four words of each owner. */
  readonly #words: Int32Array;
  /** Places of owners by the last word, which is random; open addressing. */
  readonly #slots: Int32Array;

  constructor(owners: readonly FiguresOwner[]) {
    this.#owners = owners;
    this.#words = new Int32Array(owners.length * 4);
    const size = 2 ** Math.ceil(Math.log2(owners.length * 2 + 2));
    this.#slots = new Int32Array(size).fill(-1);
    for (const [place, { id }] of owners.entries()) {
      this.#words.set(wordsOf(id), place * 4);
      let slot = (this.#words[place * 4 + 3] ?? 0) & (size - 1);
      while ((this.#slots[slot] ?? 0) >= 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = place;
    }
  }

  /** The owner of the UUID that stands at `from`. */
  find(words: Int32Array, from: number): FiguresOwner | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = (words[from + 3] ?? 0) & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? -1;
      if (place < 0) return undefined;
      if (this.#isAt(place * 4, words, from)) return this.#owners[place];
    }
  }

  #isAt(own: number, words: Int32Array, from: number): boolean {
    for (let index = 0; index < 4; index += 1) {
      if (this.#words[own + index] !== words[from + index]) return false;
    }
    return true;
  }
}

const noPoints: RankingSheet['points'] = {};
const noGates: RankingSheet['gates'] = {};

/** Unpacks the sheets of one expert onto a list; throws when a candidate is unknown, which `basis` rules out. */
export function unpackFigures(
  figures: Uint8Array,
  owners: OwnerTable,
  expert: { readonly id: string; readonly void: boolean },
  onto: RankingSheet[],
): void {
  const words = new Int32Array(figures.slice().buffer);
  for (let at = 0; at < words.length;) {
    const owner = owners.find(words, at);
    if (owner === undefined) throw new RangeError('packed figures of an unknown candidate');
    const { id, shape } = owner;
    const flags = words[at + 5] ?? 0;
    const state = stateNames[flags & 3] ?? 'abstained';
    const scored = state === 'scored';
    onto.push({
      id: String(words[at + 4]),
      expertId: expert.id,
      candidateId: id,
      state,
      points: scored ? readPoints(words, at + headWords, shape) : noPoints,
      gates: readGates(words[at + 7] ?? 0, words[at + 8] ?? 0, shape),
      fraud: (flags & fraudBit) !== 0,
      void: expert.void,
      total: words[at + 6] ?? 0,
    });
    at += headWords + (scored ? shape.criteria.length : 0);
  }
}

function readPoints(words: Int32Array, from: number, { criteria, blank }: FiguresShape): RankingSheet['points'] {
  const points = { ...blank };
  let at = from;
  for (const criterion of criteria) {
    points[criterion] = words[at] ?? 0;
    at += 1;
  }
  return points;
}

function readGates(answered: number, failed: number, { gates }: FiguresShape): RankingSheet['gates'] {
  if (answered === 0) return noGates;
  const answers: Record<string, GateAnswer> = {};
  for (const [index, gate] of gates.entries()) {
    if ((answered & (1 << index)) !== 0) answers[gate] = (failed & (1 << index)) === 0 ? 'pass' : 'fail';
  }
  return answers;
}
