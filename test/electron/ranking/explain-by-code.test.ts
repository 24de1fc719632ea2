import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importResults } from '#electron/intake/import-results.ts';
import { explainByCode } from '#electron/ranking/explain-by-code.ts';
import { makeRanking } from '#electron/ranking/rank-round.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryIssuedRound('all', { candidates: 3, experts: 3 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  for (const [index, home] of round.homes.entries()) {
    scoreAll(home, (candidate) => 80 - candidate * 5 + index);
    await submit(home, join(folder, 'results'));
  }
  value(await importResults(workspace, { paths: [join(folder, 'results')] }));
});

describe('explaining by code', () => {
  it('says in both languages, with the experts’ names, how a rank came about', () => {
    const made = value(makeRanking(workspace, round.roundId));
    const [only, ...others] = value(explainByCode(workspace, made, 'B02'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ candidate: { code: 'B02' }, row: { rank: 2 } });
    const lines = only?.text['zh-CN'].flatMap((part) => part.lines).join('\n');
    expect(lines).toContain('专家1：');
    expect(only?.text.en.map(({ part }) => part)).toEqual(['result', 'score', 'sheets', 'crossing']);
  });

  it('of all comes in the order of the list', () => {
    const made = value(makeRanking(workspace, round.roundId));
    const all = value(explainByCode(workspace, made, '*'));
    expect(all.map(({ candidate }) => candidate.code)).toEqual(['B01', 'B02', 'B03']);
  });

  it('is refused for an unknown code, a trial candidate, and an input that fits no ranking', () => {
    const made = value(makeRanking(workspace, round.roundId));
    expect(explainByCode(workspace, made, 'B9')).toMatchObject({ error: { code: 'ranking.code-unknown' } });
    const policy = { ...made.input.policy, trial: ['B03'] };
    const trial = value(makeRanking(workspace, round.roundId, policy));
    expect(explainByCode(workspace, trial, 'B03')).toMatchObject({ error: { code: 'ranking.code-trial' } });
    const broken = { ...made, input: { ...made.input, policy: { ...policy, trial: ['B99'] } } };
    expect(explainByCode(workspace, broken, 'B01').ok).toBe(false);
  });

  it('names an expert who is no longer in the round by the id', () => {
    workspace.db.exec('SAVEPOINT gone; DELETE FROM round_experts');
    const made = value(makeRanking(workspace, round.roundId));
    const [only] = value(explainByCode(workspace, made, 'B01'));
    workspace.db.exec('ROLLBACK TO gone; RELEASE gone');
    expect(JSON.stringify(only?.text)).toContain(round.homes[0]?.expertId);
  });
});
