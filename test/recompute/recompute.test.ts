import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { RankingInput } from '#shared/ranking/ranking.ts';
import { randomRound } from './random-round.ts';

const folder = mkdtempSync(join(tmpdir(), 'mtx-recompute-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = readonly [code: string, rank: number | null, exact: string | null, status: string, tie: string | null];
type Ranked = { readonly name: string; readonly input: RankingInput; readonly tracks: readonly (readonly Row[])[] };

const rounds = Array.from({ length: 500 }, (_, seed): Ranked => {
  const input = randomRound(seed);
  const ranked = rankRound(input);
  if (!ranked.ok) throw new Error(`seed ${seed}: ${ranked.error.code}`);
  const rowsOf = ranked.value.tracks.map(({ rows }) =>
    rows.map(({ code, rank, exact, status, tie }): Row => [code, rank, exact, status, tie?.rule ?? null]),
  );
  return { name: `seed ${seed}`, input, tracks: rowsOf };
});

/** What the script in the other language says about rankings. */
function recompute(ranked: readonly Ranked[]): { code: number; said: string } {
  const file = join(folder, 'rounds.json');
  writeFileSync(file, JSON.stringify(ranked));
  try {
    const out = execFileSync('python3', [join(import.meta.dirname, 'recompute.py'), file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { code: 0, said: out };
  } catch (error) {
    return { code: 1, said: String(error instanceof Error && 'stderr' in error ? error.stderr : error) };
  }
}

describe('a ranking recomputed from raw sheets in Python', () => {
  test('agrees in order, rank, exact score, status and tie rule in 500 random rounds under random policies', () => {
    const { code, said } = recompute(rounds);
    expect(said).toContain('"rounds": 500');
    expect(said).toContain('"wrong": 0');
    expect(code).toBe(0);
  });

  test('is a check that fails: one score, one rank, one rule off is found', () => {
    const [some] = rounds.filter(({ tracks }) => tracks.some((rows) => rows.length > 2));
    const full = some?.tracks.find((rows) => rows.length > 2);
    if (some === undefined) throw new Error('no round with rows');
    const spoil = (change: (row: Row) => Row): Ranked => ({
      ...some,
      tracks: some.tracks.map((rows) =>
        rows === full ? rows.map((row, index) => (index === 0 ? change(row) : row)) : rows,
      ),
    });
    const off = [
      spoil(([code, rank, , ...rest]) => [code, rank, '1/7', ...rest]),
      spoil(([code, , ...rest]) => [code, 99, ...rest]),
      spoil(([code, rank, exact, , tie]) => [code, rank, exact, 'lost', tie]),
      spoil(([code, rank, exact, status]) => [code, rank, exact, status, 'criterion:x']),
    ];
    const { code, said } = recompute(off);
    expect([code, said.match(/differs/g)?.length]).toEqual([1, off.length]);
  });

  test('covers what policies can say', () => {
    const rows = rounds.flatMap(({ tracks }) => tracks.flat());
    const statuses = new Set(rows.map(([, , , status]) => status.replace(/^band:.*/, 'band')));
    expect([...statuses].toSorted()).toEqual(
      ['band', 'below', 'no-score', 'ranked', 'reserve', 'selected', 'undecided', 'vetoed'].toSorted(),
    );
    const rules = new Set(rows.map(([, , , , tie]) => tie?.replace(/:.*/, '') ?? 'none'));
    expect([...rules].toSorted()).toEqual(['category', 'criterion', 'decision', 'none', 'shared', 'total']);
    const said = (pick: (input: RankingInput) => string) => new Set(rounds.map(({ input }) => pick(input))).size;
    expect(said(({ policy }) => `${policy.normalisation} ${policy.centre}`)).toBe(8);
    expect(said(({ policy }) => `${policy.rankBy} ${policy.trimUnit} ${policy.gates}`)).toBe(12);
  });
});
