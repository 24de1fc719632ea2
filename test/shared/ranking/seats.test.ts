import { describe, expect, test } from 'vitest';
import { rankRound } from '#shared/ranking/rank-round.ts';
import type { Policy } from '#shared/round/policy.ts';
import { buildInput, candidate, outline, rank, rankOne, track, type CandidateSpec } from './build-input.ts';

type Selection = NonNullable<Policy['selection']>;
const select = (more: Partial<Selection> = {}): Partial<Policy> => ({
  selection: { quota: null, reserve: 0, passOn: false, minimumScore: null, ...more },
});

/** Candidates with the given scores, coded by letters from A, in a track. */
function listed(scores: readonly number[], trackId = 't'): CandidateSpec[] {
  return scores.map((score, index) =>
    candidate(`${trackId}${String.fromCodePoint(65 + index)}`, [score, score, score], { track: trackId }),
  );
}

describe('a quota', () => {
  test('selects the first, then the reserve list, then leaves the rest below', () => {
    const ranked = rankOne({
      tracks: [track('t', 2)],
      policy: select({ reserve: 1 }),
      candidates: listed([90, 80, 70, 60]),
    });
    expect(outline(ranked)).toEqual(['tA 1 selected', 'tB 2 selected', 'tC 3 reserve', 'tD 4 below']);
    expect(ranked).toMatchObject({
      quota: 2,
      seats: 2,
      received: 0,
      unfilled: 0,
      openSeats: 0,
      cutAfter: 2,
      reserveAfter: 3,
    });
  });

  test('is null for a track that is only ranked (ruling 9)', () => {
    const ranked = rankOne({ policy: select({ reserve: 3 }), candidates: listed([90, 80]) });
    expect(outline(ranked)).toEqual(['tA 1 ranked', 'tB 2 ranked']);
    expect(ranked).toMatchObject({ seats: null, reserve: 0, cutAfter: null, reserveAfter: null });
  });

  test('of zero selects nobody', () => {
    const ranked = rankOne({ tracks: [track('t', 0)], policy: select(), candidates: listed([90]) });
    expect(outline(ranked)).toEqual(['tA 1 below']);
  });

  test('leaves equals across the cut line undecided and their seats open (ruling 7)', () => {
    const ranked = rankOne({
      tracks: [track('t', 2)],
      policy: select({ reserve: 1 }),
      candidates: listed([90, 80, 80, 70]),
    });
    expect(outline(ranked)).toEqual(['tA 1 selected', 'tB 2 undecided', 'tC 2 undecided', 'tD 4 below']);
    expect(ranked).toMatchObject({ openSeats: 1, cutAfter: 3, reserveAfter: 3 });
    expect(ranked.rows[1]?.across).toBe('cut-line');
  });

  test('leaves equals across the end of the reserve list undecided (ruling 7)', () => {
    const ranked = rankOne({
      tracks: [track('t', 1)],
      policy: select({ reserve: 1 }),
      candidates: listed([90, 80, 80, 70]),
    });
    expect(outline(ranked)).toEqual(['tA 1 selected', 'tB 2 undecided', 'tC 2 undecided', 'tD 4 below']);
    expect(ranked).toMatchObject({ openSeats: 0, cutAfter: 1, reserveAfter: 3 });
    expect(ranked.rows[1]?.across).toBe('reserve-end');
  });

  test('takes equals that all fit, also when they fill it exactly', () => {
    const ranked = rankOne({ tracks: [track('t', 2)], policy: select(), candidates: listed([80, 80, 70]) });
    expect(outline(ranked)).toEqual(['tA 1 selected', 'tB 1 selected', 'tC 3 below']);
  });

  test('is settled by the leader’s decision (ruling 7)', () => {
    const decisions = [{ id: 'd', trackId: 't', order: ['tB', 'tA'] }];
    const ranked = rankOne({ tracks: [track('t', 1)], policy: select(), candidates: listed([80, 80]), decisions });
    expect(outline(ranked)).toEqual(['tB 1 selected', 'tA 2 below']);
  });
});

describe('a minimum score', () => {
  test('keeps whoever is below it from a seat and the reserve list; reaching it is enough (ruling 17)', () => {
    const policy = select({ minimumScore: 6000, reserve: 5 });
    const ranked = rankOne({ tracks: [track('t', 3)], policy, candidates: listed([90, 60, 59.99]) });
    expect(outline(ranked)).toEqual(['tA 1 selected', 'tB 2 selected', 'tC 3 below']);
    expect(ranked).toMatchObject({ unfilled: 1, openSeats: 0, cutAfter: 2, reserveAfter: 2 });
  });
});

describe('seats a track cannot fill', () => {
  const tracks = [track('x', 1), track('y', 4), track('z', 1), track('w')];
  const candidates = [
    ...listed([90, 80, 70, 60], 'x'),
    ...listed([90], 'y'),
    ...listed([90, 80], 'z'),
    ...listed([99, 98], 'w'),
  ];
  const selected = (policy: Partial<Policy>): Record<string, number> =>
    Object.fromEntries(
      rank({ tracks, policy, candidates }).tracks.map(({ trackId, rows }) => [
        trackId,
        rows.filter(({ status }) => status === 'selected').length,
      ]),
    );

  test('stay empty unless the policy passes them on', () => {
    expect(selected(select())).toEqual({ x: 1, y: 1, z: 1, w: 0 });
  });

  test('go one each in turn, in track order, to where somebody waits (ruling 8)', () => {
    expect(selected(select({ passOn: true }))).toEqual({ x: 3, y: 1, z: 2, w: 0 });
    const ranked = rank({ tracks, policy: select({ passOn: true }), candidates });
    expect(ranked.tracks.map(({ seats, received, unfilled }) => [seats, received, unfilled])).toEqual([
      [3, 2, 0],
      [4, 0, 3],
      [2, 1, 0],
      [null, 0, 0],
    ]);
  });

  test('are not taken by vetoed candidates or those without a score (ruling 8)', () => {
    const waiting = [
      candidate('xA', [90, 90, 90], { track: 'x' }),
      candidate('xB', [80, 80, 80], { track: 'x', veto: { gateId: null, reason: '失信' } }),
      candidate('xC', [80], { track: 'x' }),
    ];
    const ranked = rank({
      tracks: [track('x', 1), track('y', 2)],
      policy: select({ passOn: true }),
      candidates: waiting,
    });
    expect(ranked.tracks[0]).toMatchObject({ received: 0, seats: 1 });
    expect(ranked.tracks[1]?.unfilled).toBe(2);
  });
});

describe('rows', () => {
  test('come ranked, vetoed, without score, each by bytes of the code', () => {
    const veto = { gateId: null, reason: '不符合条件' };
    const candidates = [
      candidate('B', [80], {}),
      candidate('A', [80], {}),
      candidate('D', [80, 80, 80], { veto }),
      candidate('C', [90, 90, 90], { veto }),
      candidate('10', [70, 70, 70]),
      candidate('9', [75, 75, 75]),
    ];
    expect(rankOne({ candidates }).rows.map(({ code }) => code)).toEqual(['9', '10', 'C', 'D', 'A', 'B']);
  });

  test('of equal codes come by bytes of the id', () => {
    const input = buildInput({ candidates: [candidate('B', []), candidate('A', [])] });
    const candidates = input.candidates.map((one) => ({ ...one, code: '07' }));
    const ranked = rankRound({ ...input, candidates });
    expect(ranked.ok && ranked.value.tracks[0]?.rows.map(({ candidateId }) => candidateId)).toEqual(['A', 'B']);
  });

  test('stay apart by track', () => {
    const ranked = rank({ tracks: [track('x'), track('y')], candidates: [...listed([90], 'y'), ...listed([80], 'x')] });
    expect(
      ranked.tracks.map(({ trackId, rows }) => [trackId, rows.map(({ code, rank: place }) => [code, place])]),
    ).toEqual([
      ['x', [['xA', 1]]],
      ['y', [['yA', 1]]],
    ]);
  });
});
