import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Decision, DecisionRecord } from '#shared/decisions/decision.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import { listDecisions } from '#electron/decisions/list-decisions.ts';
import { lockRound, reopenRound } from '#electron/decisions/lock-round.ts';
import { getLockState } from '#electron/decisions/lock-state.ts';
import { recordDecision } from '#electron/decisions/record-decision.ts';
import { tryRules } from '#electron/decisions/try-rules.ts';
import { importResults } from '#electron/intake/import-results.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 2, experts: 3 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;

beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  for (const expert of round.homes) {
    scoreAll(expert, (candidate) => 80 - 10 * candidate);
    await submit(expert, join(folder, 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
});

const record: DecisionRecord = { reason: 'panel', note: '经集体复议。', minutes: '', people: [] };
const decide = (decision: Decision) => recordDecision(workspace, { roundId: round.roundId, decision });
const refusal = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? null : result.error?.code);

describe('what changes under way', () => {
  const locking = () => lockRound(workspace, { roundId: round.roundId, note: '', acceptOutstanding: true });

  it('keeps a round from being locked on a list that is not its ranking any more', async () => {
    const lock = locking();
    value(decide({ kind: 'void-expert', expertId: round.homes[0]?.expertId ?? '', ...record }));
    expect(refusal(await lock)).toBe('decision.lock-changed');
    const twice = await Promise.all([locking(), locking()]);
    expect(twice.map(refusal).filter((code) => code !== null)).toEqual(['decision.lock-changed']);
  });

  it('is nothing in a round that is not there, and total quotas follow only where there is one', async () => {
    const roundId = round.homes[0]?.expertId ?? '';
    const change = { policy: null, quotas: {}, voidExperts: [] };
    expect(refusal(tryRules(workspace, roundId, change))).toBe('round.unknown');
    expect(refusal(getLockState(workspace, { roundId }))).toBe('round.unknown');
    expect(refusal(listDecisions(workspace, { roundId }))).toBe('round.unknown');
    expect(refusal(reopenRound(workspace, { roundId, note: '补正' }))).toBe('round.unknown');
    expect(refusal(await lockRound(workspace, { roundId, note: '', acceptOutstanding: true }))).toBe('round.unknown');
    for (const selection of [null, { quota: null, reserve: 0, passOn: false, minimumScore: null }]) {
      const policy = { ...defaultSelectionPolicy, selection };
      const tried = tryRules(workspace, round.roundId, { policy, quotas: { building: 2 }, voidExperts: [] });
      expect(tried.ok ? tried.value.policy.selection : tried.error.code).toEqual(selection);
    }
    const broken = { ...defaultSelectionPolicy, trim: { high: 2, low: 2, from: 3 } };
    expect(refusal(tryRules(workspace, round.roundId, { ...change, policy: broken }))).toBe('ranking.policy-trim');
  });
});
