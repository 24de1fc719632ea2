import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, describe, expect, test } from 'vitest';
import { fitAdditive } from '#shared/agreement/additive-effects.ts';
import { intraclassCorrelation } from '#shared/agreement/icc.ts';
import { kendallsW } from '#shared/agreement/kendall.ts';
import { krippendorffsAlpha } from '#shared/agreement/krippendorff.ts';

const folder = mkdtempSync(join(tmpdir(), 'mtx-agreement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Rows = readonly (readonly (number | null)[])[];

/** A panel of 0–12 candidates and 1–7 experts of every sort: with gaps, constant or additive experts, coarse points. */
function randomRows(seed: number): Rows {
  const random = xoroshiro128plus(seed);
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[uniformInt(random, 0, values.length - 1)] ?? values[0];
  const [candidates, experts] = [uniformInt(random, 0, 12), uniformInt(random, 1, 7)];
  const kind = pick(['free', 'free', 'additive', 'constant', 'same', 'alike', 'some-constant'] as const);
  const [gap, step] = [pick([0, 0, 10, 40, 70]), pick([50, 500, 2500, 10_000])];
  const points = (): number => uniformInt(random, 0, 10_000 / step) * step;
  const severity = Array.from({ length: experts }, () => uniformInt(random, -3, 3) * 500);
  const steady = severity.map(
    () => kind === 'constant' || (kind === 'some-constant' && uniformInt(random, 0, 2) === 0),
  );
  const rows = Array.from({ length: candidates }, () => {
    const level = points();
    return severity.map((own, expert) => {
      if (uniformInt(random, 0, 99) < gap) return null;
      if (kind === 'same') return 7000;
      if (steady[expert] === true) return 5000 + own;
      return kind === 'alike' ? level : kind === 'additive' ? level + own : points();
    });
  }).filter((row) => row.some((value) => value !== null));
  const used = severity.map((_, expert) => rows.some((row) => row[expert] !== null));
  return rows.map((row) => row.filter((_, expert) => used[expert]));
}

const measured = Array.from({ length: 400 }, (_, seed) => {
  const rows = randomRows(seed);
  return {
    rows,
    icc: intraclassCorrelation({ rows }),
    concordance: kendallsW({ rows }),
    alpha: krippendorffsAlpha({ rows }),
    effects: fitAdditive({ rows }).effects,
  };
});

/** What the script in the other language says about figures. */
function recompute(cases: readonly unknown[]): { code: number; said: string } {
  const file = join(folder, 'panels.json');
  writeFileSync(file, JSON.stringify(cases));
  try {
    const script = join(import.meta.dirname, 'agreement.py');
    return { code: 0, said: execFileSync('python3', [script, file], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    return { code: 1, said: String(error instanceof Error && 'stderr' in error ? error.stderr : error) };
  }
}

describe('agreement recomputed in Python', () => {
  test('gives the same ICC with limits, F, W, alpha, effects and reasons for 400 random panels of every sort', () => {
    expect(recompute(measured)).toEqual({ code: 0, said: '{"panels": 400, "wrong": 0}\n' });
  });

  test('is a check that fails: one figure, one reason off is found', () => {
    const sound = measured.find(({ icc, alpha }) => icc.ok && icc.value.single.value !== null && alpha.ok);
    if (!sound?.icc.ok || !sound.alpha.ok) throw new Error('no panel with figures');
    const off = [
      { ...sound, icc: { ok: true, value: { ...sound.icc.value, p: 2 } } },
      { ...sound, alpha: { ok: true, value: { ...sound.alpha.value, ordinal: 2 } } },
      { ...sound, effects: sound.effects.map((effect, index) => effect + index) },
      { ...sound, icc: { ok: false, error: { code: 'agreement.incomplete' } } },
    ];
    const { code, said } = recompute(off);
    expect([code, said.match(/differs/g)?.length]).toEqual([1, off.length]);
  });

  test('covers every reason', () => {
    const reasons = measured.flatMap(({ icc, alpha }) =>
      [icc, alpha].map((each) => (each.ok ? 'ok' : each.error.code)),
    );
    expect([...new Set(reasons)].toSorted()).toEqual(
      [
        'agreement.few-candidates',
        'agreement.incomplete',
        'agreement.no-contrast',
        'agreement.no-pairs',
        'agreement.no-sheets',
        'agreement.no-variance',
        'agreement.one-expert',
        'ok',
      ].toSorted(),
    );
  });
});
