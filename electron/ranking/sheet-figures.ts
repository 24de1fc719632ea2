import { at } from '#shared/base/at.ts';
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
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [index, word] of words.entries()) view.setInt32(index * 4, word, true);
  return new Uint8Array(view.buffer);
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
    Number(total),
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
  const hex = digits.slice(1).join('');
  return [0, 8, 16, 24].map((from) => Number.parseInt(hex.slice(from, from + 8), 16) | 0);
}

/** A candidate that sheets are unpacked for. */
export type FiguresOwner = { readonly id: string; readonly shape: FiguresShape };

/** Finds candidates by the four words of their UUIDs: open addressing by the last word, which is random. */
export class OwnerTable {
  readonly #owners: readonly FiguresOwner[];
  /** Four words of each owner. */
  readonly #words: DataView;
  /** Places of owners, counted from 1; 0 is free. */
  readonly #slots: DataView;
  readonly #mask: number;

  constructor(owners: readonly FiguresOwner[]) {
    this.#owners = owners;
    this.#words = new DataView(new ArrayBuffer(owners.length * 16));
    const size = 2 ** Math.ceil(Math.log2(owners.length * 2 + 2));
    this.#mask = size - 1;
    this.#slots = new DataView(new ArrayBuffer(size * 4));
    for (const [place, { id }] of owners.entries()) {
      for (const [index, word] of wordsOf(id).entries()) this.#words.setInt32((place * 4 + index) * 4, word, true);
      let slot = wordAt(this.#words, place * 4 + 3) & this.#mask;
      while (wordAt(this.#slots, slot) !== 0) slot = (slot + 1) & this.#mask;
      this.#slots.setInt32(slot * 4, place + 1, true);
    }
  }

  /** The owner of the UUID whose four words stand at `from`; one that is not there is a bug. */
  find(words: DataView, from: number): FiguresOwner {
    let slot = wordAt(words, from + 3) & this.#mask;
    for (;;) {
      const place = wordAt(this.#slots, slot) - 1;
      if (place < 0) throw new RangeError('packed figures of an unknown candidate');
      if (this.#isAt(place * 4, words, from)) return at(this.#owners, place);
      slot = (slot + 1) & this.#mask;
    }
  }

  #isAt(own: number, words: DataView, from: number): boolean {
    for (let index = 0; index < 4; index += 1) {
      if (wordAt(this.#words, own + index) !== wordAt(words, from + index)) return false;
    }
    return true;
  }
}

function wordAt(view: DataView, index: number): number {
  return view.getInt32(index * 4, true);
}

const noPoints: RankingSheet['points'] = {};
const noGates: RankingSheet['gates'] = {};

/** Unpacks the sheets of one expert onto a list. They were packed for these owners: `basis` sees to that. */
export function unpackFigures(
  figures: Uint8Array,
  owners: OwnerTable,
  expert: { readonly id: string; readonly void: boolean },
  onto: RankingSheet[],
): void {
  const words = new DataView(figures.buffer, figures.byteOffset, figures.byteLength);
  const count = figures.byteLength / 4;
  for (let from = 0; from < count;) {
    const { id, shape } = owners.find(words, from);
    const flags = wordAt(words, from + 5);
    const state = at(stateNames, flags & 3);
    const scored = state === 'scored';
    onto.push({
      id: String(wordAt(words, from + 4)),
      expertId: expert.id,
      candidateId: id,
      state,
      points: scored ? readPoints(words, from + headWords, shape) : noPoints,
      gates: readGates(wordAt(words, from + 7), wordAt(words, from + 8), shape),
      fraud: (flags & fraudBit) !== 0,
      void: expert.void,
      total: wordAt(words, from + 6),
    });
    from += headWords + (scored ? shape.criteria.length : 0);
  }
}

function readPoints(words: DataView, from: number, { criteria, blank }: FiguresShape): RankingSheet['points'] {
  const points = { ...blank };
  let index = from;
  for (const criterion of criteria) {
    points[criterion] = wordAt(words, index);
    index += 1;
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
