import { fc, test } from '#test/pipeline/seeded.ts';
import { expect } from 'vitest';
import { assign } from '#shared/assignment/assign.ts';
import { balanceLoads, type Seat } from '#shared/assignment/balance-loads.ts';

/** Which experts may score each candidate: rows of a matrix. */
const design = fc
  .record({ candidates: fc.integer({ min: 1, max: 5 }), experts: fc.integer({ min: 1, max: 5 }) })
  .chain(({ candidates, experts }) =>
    fc.record({
      free: fc.array(fc.array(fc.constantFrom(true, true, false), { minLength: experts, maxLength: experts }), {
        minLength: candidates,
        maxLength: candidates,
      }),
      perCandidate: fc.integer({ min: 1, max: experts }),
      seed: fc.integer(),
    }),
  );

/** All ways to choose `count` of the items. */
function choose(items: readonly number[], count: number): number[][] {
  const [first, ...rest] = items;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choose(rest, count - 1).map((others) => [first, ...others]), ...choose(rest, count)];
}

/** Loads of every possible assignment, as distinct lists. */
function everyLoads(free: readonly (readonly boolean[])[], perCandidate: number): number[][] {
  let reachable = new Map([['', (free[0] ?? []).map(() => 0)]]);
  for (const row of free) {
    const open = row.flatMap((may, expert) => (may ? [expert] : []));
    const next = new Map<string, number[]>();
    for (const loads of reachable.values()) {
      for (const chosen of choose(open, Math.min(perCandidate, open.length))) {
        const sum = loads.map((load, expert) => load + (chosen.includes(expert) ? 1 : 0));
        next.set(sum.join(), sum);
      }
    }
    reachable = next;
  }
  return [...reachable.values()];
}

const squares = (loads: readonly number[]): number => loads.reduce((sum, load) => sum + load ** 2, 0);
const range = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads);

test.prop([design], { numRuns: 500 })('an assignment is as even as any, and never uses a conflict', (given) => {
  const { free, perCandidate, seed } = given;
  const conflicts = free.flatMap((row, candidate) =>
    row.flatMap((may, expert) => (may ? [] : [{ expertId: `e${expert}`, candidateId: `c${candidate}` }])),
  );
  const result = assign({
    candidates: free.map((_, index) => ({ id: `c${index}`, code: `${index}`, unit: '', trackId: 't' })),
    experts: (free[0] ?? []).map((_, index) => ({ id: `e${index}`, unit: '', avoidUnits: [] })),
    conflicts,
    perCandidate,
    seed,
  });
  if (!result.ok) {
    expect(result.error.code).toBe('assignment.nobody-free');
    expect(free.some((row) => row.every((may) => !may))).toBe(true);
    return;
  }
  const { pairs, shortfalls } = result.value;
  const loads = result.value.loads.map(({ count }) => count);
  for (const { expertId, candidateId } of conflicts) expect(pairs).not.toContainEqual({ expertId, candidateId });
  for (const [index, row] of free.entries()) {
    const open = row.filter(Boolean).length;
    expect(pairs.filter(({ candidateId }) => candidateId === `c${index}`)).toHaveLength(Math.min(perCandidate, open));
    expect(shortfalls.some(({ candidateId }) => candidateId === `c${index}`)).toBe(open < perCandidate);
  }
  const possible = everyLoads(free, perCandidate);
  expect(squares(loads)).toBe(Math.min(...possible.map(squares)));
  if (possible.some((other) => range(other) <= 1)) expect(range(loads)).toBeLessThanOrEqual(1);
});

test.prop([design], { numRuns: 500 })('loads are evened out from the most lopsided start', ({ free, perCandidate }) => {
  const seats = free.map((row): Seat => {
    const open = row.flatMap((may, expert) => (may ? [expert] : []));
    return { free: open, taken: new Set(open.slice(0, perCandidate)) };
  });
  const experts = free[0]?.length ?? 0;
  balanceLoads(seats, experts);
  const loads = Array.from({ length: experts }, (_, expert) => seats.filter(({ taken }) => taken.has(expert)).length);
  expect(squares(loads)).toBe(Math.min(...everyLoads(free, perCandidate).map(squares)));
  for (const { free: open, taken } of seats) {
    expect(taken.size).toBe(Math.min(perCandidate, open.length));
    for (const expert of taken) expect(open).toContain(expert);
  }
});
