import { fc, test } from '#test/pipeline/seeded.ts';
import { describe, expect } from 'vitest';
import { orderQuotients, partRuns, type Quotients } from '#shared/ranking/order-quotients.ts';

const quotientsOf = (pairs: readonly (readonly [number, number])[]): Quotients => ({
  numerators: Float64Array.from(pairs, ([numerator]) => numerator),
  denominators: Int32Array.from(pairs, ([, denominator]) => denominator),
});
const everyone = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index);

/** The same by another road: BigInt cross products and a stable sort. */
function orderSlowly(pairs: readonly (readonly [number, number])[]): { members: number[]; starts: number[] } {
  const compare = (a: number, b: number): number => {
    const [[n, d], [m, e]] = [pairs[a] ?? [0, 1], pairs[b] ?? [0, 1]];
    const difference = BigInt(m) * BigInt(d) - BigInt(n) * BigInt(e);
    return difference === 0n ? 0 : difference > 0n ? 1 : -1;
  };
  const members = pairs.map((_, index) => index).toSorted(compare);
  const starts = members.flatMap((member, place) =>
    place === 0 || compare(members[place - 1] ?? 0, member) !== 0 ? [place] : [],
  );
  return { members, starts: [...starts, members.length] };
}

const written = ({ members, starts }: { members: Int32Array; starts: Int32Array }) => ({
  members: [...members],
  starts: [...starts],
});

const small = fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 9 }));
const large = fc.oneof(
  fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
  fc.constantFrom<[number, number]>([Number.MAX_SAFE_INTEGER, 1], [-Number.MAX_SAFE_INTEGER, 1], [1, 2 ** 31 - 1]),
);

describe('quotients', () => {
  test.prop([fc.array(small, { maxLength: 60 })])(
    'are ordered exactly, the greatest first, equals as they stood',
    (pairs) => {
      expect(written(orderQuotients(everyone(pairs.length), quotientsOf(pairs)))).toEqual(orderSlowly(pairs));
    },
  );

  test.prop([fc.array(fc.oneof(small, large), { maxLength: 30 })])(
    'are so too where no common denominator can be written as a number',
    (pairs) => {
      expect(written(orderQuotients(everyone(pairs.length), quotientsOf(pairs)))).toEqual(orderSlowly(pairs));
    },
  );

  test.prop([fc.array(fc.tuple(small, small), { maxLength: 60 })])(
    'part runs of equals by further quotients',
    (both) => {
      const [first, second] = [both.map(([one]) => one), both.map(([, other]) => other)];
      const runs = orderQuotients(everyone(both.length), quotientsOf(first));
      const before = written(runs);
      const parted = written(partRuns(runs, quotientsOf(second)));
      const joined = before.starts.slice(0, -1).flatMap((from, run) => {
        const own = before.members.slice(from, before.starts[run + 1]);
        const { members, starts } = orderSlowly(own.map((member) => second[member] ?? [0, 1]));
        const place = (index: number): number => own[index] ?? -1;
        return starts.slice(0, -1).map((begin, sub) => members.slice(begin, starts[sub + 1]).map(place));
      });
      expect(parted.members).toEqual(joined.flat());
      const ends = joined.reduce<number[]>((all, run) => [...all, (all.at(-1) ?? 0) + run.length], [0]);
      expect(parted.starts).toEqual(ends);
    },
  );
});
