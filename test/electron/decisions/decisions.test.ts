import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { Decision, DecisionRecord } from '#shared/decisions/decision.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import { listDecisions } from '#electron/decisions/list-decisions.ts';
import { lockRound, reopenRound } from '#electron/decisions/lock-round.ts';
import { getLockState } from '#electron/decisions/lock-state.ts';
import { recordDecision } from '#electron/decisions/record-decision.ts';
import { tryRules } from '#electron/decisions/try-rules.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import { loadRound } from '#electron/round/load-round.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { makeRound, scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 4, experts: 4 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
let draft: string;
let candidates: readonly string[];

// Four candidates, the first two equal; expert 3 flags the third one and expert 4 has not handed in.
beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  draft = makeRound(workspace, 1, 1);
  candidates = workspace.db
    .prepare<[string], string>('SELECT id FROM candidates WHERE round_id = ? ORDER BY position')
    .pluck()
    .all(round.roundId);
  for (const [index, home] of round.homes.entries()) {
    scoreAll(home, (candidate) => (candidate < 2 ? 80 : 60 - candidate * 5));
    if (index === 2) {
      const change = { what: 'fraud', fraud: true } as const;
      value(editSheet(home.home, { taskId: home.taskId, candidateId: candidates[2] ?? '', change }));
    }
    await submit(home, join(folder, index === 3 ? 'late' : 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
});
beforeEach(() => void workspace.db.exec('SAVEPOINT test'));
afterEach(() => void workspace.db.exec('ROLLBACK TO test; RELEASE test'));

const record: DecisionRecord = {
  reason: 'panel',
  note: '经专家组集体复议。',
  minutes: '会议纪要〔2026〕3号',
  people: ['组长甲', '专家乙'],
};
const decide = (decision: Decision, roundId = round.roundId) => recordDecision(workspace, { roundId, decision });
const rows = () => value(makeRanking(workspace, round.roundId)).ranking.tracks[0]?.rows ?? [];
const id = (index: number): string => candidates[index] ?? '';
const refusal = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? null : result.error?.code);
const tie = (...order: readonly string[]): Decision => ({
  kind: 'tie',
  trackId: 'building',
  order: [...order],
  ...record,
});

describe('a recorded decision', () => {
  it('parts equals, with its minutes and names on record', () => {
    const made = value(decide(tie(id(1), id(0))));
    expect(
      rows()
        .map(({ code, tie: by }) => [code, by?.rule ?? null])
        .slice(0, 2),
    ).toEqual([
      ['B02', 'decision'],
      ['B01', 'decision'],
    ]);
    expect(value(listDecisions(workspace, round))).toEqual([made]);
    expect(made).toMatchObject({ decision: record, takenBackBy: null });
  });

  it('of an order of equals can be followed by another, and the later counts', () => {
    value(decide(tie(id(1), id(0))));
    value(decide(tie(id(0), id(1))));
    expect(rows()[0]?.code).toBe('B01');
  });

  it('never overrides a score', () => {
    for (const order of [
      [id(2), id(3)],
      [id(0), id(1), id(2)],
      [id(0), id(0)],
      [id(3), id(0)],
    ])
      expect(decide(tie(...order))).toMatchObject({ ok: false, error: { code: 'decision.not-tied' } });
    expect(value(listDecisions(workspace, round))).toEqual([]);
  });

  it('vetoes a candidate until it is taken back', () => {
    const veto: Decision = { kind: 'veto', candidateId: id(0), gateId: 'area', ...record };
    const made = value(decide(veto));
    expect(rows().at(-1)).toMatchObject({ code: 'B01', status: 'vetoed', veto: { by: 'staff', reason: record.note } });
    expect(refusal(decide(veto))).toBe('decision.already-in-force');
    const back = value(decide({ kind: 'reinstate', decisionId: made.id, ...record }));
    expect(rows()[0]).toMatchObject({ code: 'B01', veto: null });
    expect(value(listDecisions(workspace, round)).find((each) => each.id === made.id)?.takenBackBy).toBe(back.id);
    expect(refusal(decide({ kind: 'reinstate', decisionId: made.id, ...record }))).toBe('decision.unknown');
    expect(refusal(decide(veto))).toBe(null);
  });

  it('makes the opinion of an expert void', () => {
    const voiding: Decision = { kind: 'void-expert', expertId: round.homes[0]?.expertId ?? '', ...record };
    value(decide(voiding));
    expect(rows().map(({ sheets }) => sheets)).toEqual([2, 2, 2, 2]);
    expect(refusal(decide(voiding))).toBe('decision.already-in-force');
  });

  it('adopts another rule with other quotas', () => {
    const policy = {
      ...defaultSelectionPolicy,
      centre: 'median' as const,
      selection: { quota: 9, reserve: 1, passOn: false, minimumScore: null },
    };
    value(decide({ kind: 'policy', policy, quotas: { building: 2 }, ...record, reason: 'rules' }));
    const { design } = value(loadRound(workspace.db, round.roundId));
    expect(design.policy).toMatchObject({ centre: 'median', selection: { quota: 2 } });
    expect(design.tracks[0]?.quota).toBe(2);
  });

  it.each<[string, () => Decision]>([
    ['decision.note-missing', () => ({ ...tie(id(0), id(1)), note: ' \n' })],
    ['decision.candidate-unknown', () => ({ kind: 'veto', candidateId: draft, gateId: null, ...record })],
    ['decision.candidate-unknown', () => ({ kind: 'fraud', candidateId: draft, outcome: 'confirmed', ...record })],
    ['decision.gate-unknown', () => ({ kind: 'veto', candidateId: id(0), gateId: 'nowhere', ...record })],
    ['decision.expert-unknown', () => ({ kind: 'void-expert', expertId: draft, ...record })],
    ['decision.no-flags', () => ({ kind: 'fraud', candidateId: id(0), outcome: 'unfounded', ...record })],
    ['decision.not-tied', () => ({ ...tie(id(0), id(1)), trackId: 'elsewhere' })],
    [
      'ranking.policy-trim',
      () => ({
        kind: 'policy',
        policy: { ...defaultSelectionPolicy, trim: { high: 2, low: 2, from: 3 } },
        quotas: {},
        ...record,
      }),
    ],
  ])('is refused with %s and changes nothing', (code, decision) => {
    const before = value(makeRanking(workspace, round.roundId)).hashes;
    expect(refusal(decide(decision()))).toBe(code);
    expect(value(makeRanking(workspace, round.roundId)).hashes).toEqual(before);
    expect(value(listDecisions(workspace, round))).toEqual([]);
  });

  it('waits until the round is issued', () => {
    expect(refusal(decide(tie(id(0), id(1)), draft))).toBe('decision.round-draft');
    const policy: Decision = { kind: 'policy', policy: defaultSelectionPolicy, quotas: {}, ...record };
    expect(refusal(decide(policy, draft))).toBe('decision.draft-policy');
    expect(refusal(decide(policy, id(0)))).toBe('round.unknown');
  });
});

describe('staff', () => {
  it('can neither decide nor lock nor reopen', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    const decision: Decision = { kind: 'veto', candidateId: id(0), gateId: null, ...record };
    expect(refusal(recordDecision(staff, { roundId: round.roundId, decision }))).toBe('identity.admin-only');
    const input = { roundId: round.roundId, note: '定稿', acceptOutstanding: true };
    expect(refusal(await lockRound(staff, input))).toBe('identity.admin-only');
    expect(refusal(reopenRound(staff, input))).toBe('identity.admin-only');
    expect(value(listDecisions(staff, round))).toEqual([]);
  });
});

describe('a trial', () => {
  it('ranks beside the round and records nothing', () => {
    const before = value(makeRanking(workspace, round.roundId)).hashes;
    const policy = {
      ...defaultSelectionPolicy,
      minimumSheets: 4,
      selection: { quota: null, reserve: 0, passOn: false, minimumScore: null },
    };
    const trial = value(tryRules(workspace, round.roundId, { policy, quotas: {}, voidExperts: [] }));
    expect(trial.ranking.tracks[0]?.rows.map(({ status }) => status)).toEqual(Array(4).fill('no-score'));
    expect(trial.moves).toHaveLength(4);
    expect(trial.moves[0]).toMatchObject({ code: 'B01', from: { rank: 1 }, to: { rank: null }, places: null });
    expect(value(makeRanking(workspace, round.roundId)).hashes).toEqual(before);
  });

  it('moves a quota and leaves an expert out', () => {
    const wider = value(tryRules(workspace, round.roundId, { policy: null, quotas: { building: 3 }, voidExperts: [] }));
    expect(wider.ranking.tracks[0]).toMatchObject({ quota: 3, cutAfter: 3 });
    const without = { policy: null, quotas: {}, voidExperts: [round.homes[0]?.expertId ?? ''] };
    const fewer = value(tryRules(workspace, round.roundId, without));
    expect(fewer.ranking.tracks[0]?.rows.every(({ status }) => status === 'no-score')).toBe(true);
    expect(refusal(tryRules(workspace, round.roundId, { policy: null, quotas: {}, voidExperts: [draft] }))).toBe(
      'decision.expert-unknown',
    );
  });
});

describe('locking', () => {
  const lock = (acceptOutstanding: boolean) =>
    lockRound(workspace, { roundId: round.roundId, note: '定稿', acceptOutstanding });

  it('waits for what is undecided, unsettled or outstanding', async () => {
    value(
      decide({
        kind: 'policy',
        policy: value(loadRound(workspace.db, round.roundId)).design.policy,
        quotas: { building: 1 },
        ...record,
      }),
    );
    const state = value(getLockState(workspace, round));
    expect(state).toMatchObject({ locked: false, outstanding: 4, standing: null });
    expect(state.blockers.map(({ code }) => code)).toEqual([
      'decision.lock-undecided',
      'decision.lock-fraud-unsettled',
    ]);
    expect(await lock(true)).toMatchObject({
      ok: false,
      error: { code: 'decision.lock-undecided', detail: { candidates: 'B01、B02' } },
    });
    value(decide(tie(id(1), id(0))));
    expect(await lock(true)).toMatchObject({
      ok: false,
      error: { code: 'decision.lock-fraud-unsettled', detail: { candidates: 'B03' } },
    });
    value(decide({ kind: 'fraud', candidateId: id(2), outcome: 'unfounded', ...record, reason: 'fraud' }));
    expect(await lock(false)).toMatchObject({
      ok: false,
      error: { code: 'decision.lock-outstanding', detail: { count: 4 } },
    });
  });

  it('signs the list, takes nothing more in, and can be undone with a reason', async () => {
    value(decide({ kind: 'fraud', candidateId: id(2), outcome: 'confirmed', ...record, reason: 'fraud' }));
    const { standing } = value(await lock(true));
    const { hashes } = value(makeRanking(workspace, round.roundId));
    expect(standing?.resultHash).toBe(hashes.resultHash);
    const place = join(workspace.folder, 'packages', 'rankings', standing?.statement ?? '');
    expect(
      createHash('sha256')
        .update(readFileSync(`${place}.ranking.json`))
        .digest('hex'),
    ).toBe(hashes.resultHash);
    const envelope: unknown = JSON.parse(readFileSync(`${place}.dsse.json`, 'utf8'));
    expect(envelope).toMatchObject({ payloadType: 'application/vnd.in-toto+json' });

    expect(refusal(await lock(true))).toBe('decision.lock-already');
    expect(refusal(decide(tie(id(0), id(1))))).toBe('decision.round-locked');
    const late = value(await importResults(workspace, { paths: [join(folder, 'late'), join(folder, 'results')] }));
    expect(late.map(({ code, verdict }) => code ?? verdict)).toEqual([
      'package.round-locked',
      'duplicate',
      'duplicate',
      'duplicate',
    ]);

    expect(refusal(reopenRound(workspace, { roundId: round.roundId, note: '  ' }))).toBe('decision.note-missing');
    expect(value(reopenRound(workspace, { roundId: round.roundId, note: '补收一份' }))).toMatchObject({
      locked: false,
      standing: null,
    });
    expect(refusal(reopenRound(workspace, { roundId: round.roundId, note: '再次' }))).toBe('decision.lock-not-locked');
    const taken = value(await importResults(workspace, { paths: [join(folder, 'late')] }));
    expect(taken.map(({ verdict }) => verdict)).toEqual(['accepted']);
    const again = value(await lock(false)).standing;
    const payload = JSON.parse(
      readFileSync(join(workspace.folder, 'packages', 'rankings', `${again?.statement}.dsse.json`), 'utf8'),
    );
    expect(JSON.parse(Buffer.from(payload.payload, 'base64').toString())).toMatchObject({
      predicateType: 'urn:mantianxing:ranking:1',
      predicate: { seq: 2, previous: standing?.statement },
    });
  });

  it('is refused for a draft and for a round without scores', async () => {
    const early = await lockRound(workspace, { roundId: draft, note: '', acceptOutstanding: true });
    expect(refusal(early)).toBe('decision.lock-not-issued');
    workspace.db.exec('UPDATE results SET current = 0');
    expect(refusal(await lock(true))).toBe('decision.lock-nothing');
  });
});
