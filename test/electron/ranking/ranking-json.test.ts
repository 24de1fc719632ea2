import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashRanking } from '#electron/ranking/hash-ranking.ts';
import { rankingJson } from '#electron/ranking/ranking-json.ts';
import { canonicalPolicy, canonicalRankingInputs, canonicalResult } from '#shared/ranking/canonical.ts';
import { value } from '#test/pipeline/make-round.ts';
import { buildInput, candidate, rankInput, track } from '#test/shared/ranking/build-input.ts';

const input = buildInput({
  tracks: [track('t', 1)],
  policy: { selection: { quota: 1, reserve: 1, passOn: false, minimumScore: null } },
  candidates: [
    candidate('A', [87, 87.5, 87.25]),
    candidate('B', [87, 87.5, 87.25]),
    candidate('C', [60, 70, 80, 90, 100]),
    candidate('D', [99]),
    candidate('E', [50, 50, 50], { veto: { gateId: 'lawful', reason: '失信' } }),
  ],
});
const ranking = rankInput(input);
const hashes = hashRanking(input, ranking);

describe('the hashes of a ranking', () => {
  test('are SHA-256 of the canonical texts in UTF-8', () => {
    const sha256 = (text: string): string => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
    expect(hashes).toEqual({
      policyHash: sha256(canonicalPolicy(input.policy)),
      inputsHash: sha256(canonicalRankingInputs(input, sha256)),
      resultHash: sha256(canonicalResult(ranking)),
    });
  });

  test('change with what they are taken of, and with nothing else', () => {
    const policy = { ...input.policy, decimals: 3 };
    const other = hashRanking({ ...input, policy }, rankInput({ ...input, policy }));
    expect(other.policyHash).not.toBe(hashes.policyHash);
    expect(other.inputsHash).toBe(hashes.inputsHash);
    expect(other.resultHash).not.toBe(hashes.resultHash);
    const [first, ...rest] = input.sheets;
    if (first === undefined) throw new Error('no sheet');
    const flagged = { ...input, sheets: [{ ...first, fraud: true }, ...rest] };
    const after = hashRanking(flagged, rankInput(flagged));
    expect(after).toEqual({ ...hashes, inputsHash: after.inputsHash });
    expect(after.inputsHash).not.toBe(hashes.inputsHash);
  });
});

describe('the JSON of `mtx rank`', () => {
  const round = { id: '0192f000-0000-7000-8000-000000000001' };
  const json = value(rankingJson({ round, input, ranking, hashes }));

  test('names the round, the hashes, and per track its id, quota and rows', () => {
    expect(json).toMatchObject({ roundId: '0192f000-0000-7000-8000-000000000001', ...hashes });
    expect(json.tracks.map(({ track: id, quota, rows }) => [id, quota, rows.length])).toEqual([['t', 1, 5]]);
  });

  test('gives each row the fields that others rely on, first and in this order', () => {
    const [first] = json.tracks[0]?.rows ?? [];
    expect(Object.keys(first ?? {}).slice(0, 10)).toEqual([
      'rank',
      'candidateId',
      'code',
      'name',
      'score',
      'exact',
      'sheets',
      'trimmed',
      'status',
      'tie',
    ]);
  });

  test('survives being written and read, equals named', () => {
    const read: unknown = JSON.parse(JSON.stringify(json));
    const row = { score: '87.25', exact: '349/4', sheets: 3, trimmed: 0, status: 'undecided' };
    expect(read).toMatchObject({
      tracks: [
        {
          rows: [
            { ...row, rank: 1, code: 'A', tie: { rule: 'shared', with: ['B'] } },
            { ...row, rank: 1, code: 'B', tie: { rule: 'shared', with: ['A'] } },
            { rank: 3, code: 'C', score: '80.00', exact: '80', sheets: 5, trimmed: 2, status: 'below', tie: null },
            { rank: null, code: 'E', score: '50.00', exact: '50', status: 'vetoed', tie: null },
            { rank: null, code: 'D', score: null, exact: null, sheets: 1, status: 'no-score', tie: null },
          ],
        },
      ],
    });
  });

  test('explains each row down to each item, and says what would carry it across the line', () => {
    const rows = json.tracks[0]?.rows ?? [];
    const below = rows.find(({ code }) => code === 'C')?.explanation;
    expect(below).toMatchObject({
      kept: 3,
      sheets: [
        { expertId: 'e1', mark: 'trimmed-low', items: [{ criterionId: 'total', points: 6000 }] },
        {},
        {},
        {},
        {},
      ],
      items: [{ criterionId: 'total', exact: '80' }],
      crossing: {
        side: 'below',
        line: { kind: 'cut', name: 'A' },
        margin: { exact: '-29/4' },
        points: { exact: '87/4' },
      },
    });
    const equal = rows.find(({ code }) => code === 'A')?.explanation;
    expect(equal?.tie.map(({ rule }) => rule)).toEqual(['total', 'category:all', 'criterion:total', 'decision']);
    expect(rows.map(({ explanation }) => explanation.crossing.obstacle)).toEqual([
      'decision',
      'decision',
      null,
      'staff-veto',
      'too-few-sheets',
    ]);
  });

  test('is refused for a ranking whose input no longer fits', () => {
    const broken = { ...input, policy: { ...input.policy, trial: ['nobody'] } };
    expect(rankingJson({ round, input: broken, ranking, hashes })).toMatchObject({ ok: false });
  });
});
