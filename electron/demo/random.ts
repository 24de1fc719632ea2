import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable chance: the same seed and names give the same draws on every machine. */
export type DemoRandom = {
  /** 0 ≤ x < 1. */
  readonly unit: () => number;
  /** A whole number, both ends included. */
  readonly integer: (from: number, to: number) => number;
  /** True in `share` of all cases (0 … 1). */
  readonly chance: (share: number) => boolean;
  /** One of the list, which must not be empty. */
  readonly pick: <Item>(list: readonly Item[]) => Item;
  /** Bell-shaped around 0 with the given deviation, never beyond three deviations. */
  readonly spread: (deviation: number) => number;
  /** The list in another order. */
  readonly shuffle: <Item>(list: readonly Item[]) => Item[];
};

/** Randomness of its own for every combination of seed and names, so that adding one draw moves nothing else. */
export function makeRandom(seed: number, ...names: readonly string[]): DemoRandom {
  const generator = xoroshiro128plus(hashText([String(seed), ...names].join('\u0000')));
  const unit = (): number => uniformFloat64(generator);
  const integer = (from: number, to: number): number => uniformInt(generator, from, to);
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[integer(0, list.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return {
    unit,
    integer,
    chance: (share) => unit() < share,
    pick,
    // Twelve uniform draws have variance 1 (Irwin–Hall); the cut keeps a single draw from looking absurd.
    spread: (deviation) => {
      const sum = Array.from({ length: 12 }, unit).reduce((total, each) => total + each, -6);
      return Math.min(3, Math.max(-3, sum)) * deviation;
    },
    shuffle: (list) => {
      const keyed = list.map((item) => ({ item, key: unit() }));
      return keyed.toSorted((left, right) => left.key - right.key).map(({ item }) => item);
    },
  };
}

/** Deals the list in random order and begins anew when it is used up: no item repeats before all have come. */
export function makeDeck<Item>(random: DemoRandom, list: readonly Item[]): () => Item {
  let rest: Item[] = [];
  return () => {
    if (rest.length === 0) rest = random.shuffle(list);
    const item = rest.pop();
    if (item === undefined) throw new Error('nothing to deal');
    return item;
  };
}

/** FNV-1a over UTF-16 units, 32 bits, with a last mix so that near texts give far seeds. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
