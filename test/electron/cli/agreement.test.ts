import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, mtxHere } from './mtx.ts';
import { passphrase, prepareRound, type PreparedRound } from './prepared-round.ts';

let round: PreparedRound;
beforeAll(async () => {
  round = await prepareRound();
  await mtxHere(['import', '--workspace', round.workspace, round.results], { passphrase });
});
afterAll(() => round.remove());

const run = (...words: readonly string[]) =>
  mtxHere(['agreement', '--workspace', round.workspace, '--round', round.roundId, ...words]);

describe('mtx agreement', () => {
  it('prints figures and what they mean as one JSON value', async () => {
    const ran = await run('--samples', '100', '--seed', '3', '--json');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { roundId, seed, samples, tracks } = jsonOf(ran);
    expect([roundId, seed, samples, tracks.length]).toEqual([round.roundId, 3, 100, 1]);
    const [track] = tracks;
    expect(track).toMatchObject({
      track: expect.any(String),
      concordance: { ok: true, value: { w: 1, experts: 3, candidates: 2 } },
      experts: [0, 1, 2].map(() =>
        expect.objectContaining({ expertId: expect.any(String), effect: expect.any(Number) }),
      ),
      outliers: [],
    });
    expect(track.robustness.candidates).toHaveLength(2);
    for (const { code, zh, en } of track.readings) expect([code, zh !== '', en !== '']).toEqual([code, true, true]);
  });

  it('says it in words', async () => {
    expect((await run()).out).toMatch(/专家组平均分.*\n[\s\S]*做法：/);
  });

  it('refuses tracks, numbers and rounds that it does not know, and changes nothing', async () => {
    expect(await run('--track', '没有')).toMatchObject({ code: 2 });
    expect(await run('--samples', '1')).toMatchObject({ code: 2 });
    const words = ['agreement', '--workspace', round.workspace, '--round', 'nope'];
    expect(await mtxHere(words)).toMatchObject({ code: 1 });
  });
});
