import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { revokeExpertKeys } from '#electron/experts/expert-keys.ts';
import { importResults } from '#electron/intake/import-results.ts';
import { listIssuedTasks } from '#electron/tasks/list-issued-tasks.ts';
import { reissueTask } from '#electron/tasks/reissue-task.ts';
import { openTask } from '#electron/tasks/open-task.ts';
import { getProgress } from '#electron/intake/get-progress.ts';
import { openTestHome } from '../../pipeline/open-test-home.ts';
import { loadRoster } from '#electron/workspace/load-roster.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { scoreAll, submit, value, type ExpertHome, type IssuedRound } from '../../pipeline/make-round.ts';
import { temporaryIssuedRound } from '../../pipeline/temporary-round.ts';

// One line of events, in the order in which they happen: a laptop is lost after its first result came in.
const temporary = temporaryIssuedRound('all', { candidates: 2, experts: 3 });
let folder: string;
let workspace: UnlockedWorkspace;
let round: IssuedRound;
let lost: ExpertHome;

beforeAll(async () => {
  ({ folder, workspace, round } = temporary);
  const [first] = round.homes;
  if (first === undefined) throw new Error('no expert');
  lost = first;
  scoreAll(lost, () => 80);
  await submit(lost, join(folder, 'first'));
  value(await importResults(workspace, { paths: [join(folder, 'first')] }));
});

const take = async (name: string) =>
  value(await importResults(workspace, { paths: [join(folder, name)] })).map(({ verdict, code }) => code ?? verdict);
const progress = () => value(getProgress(workspace, round)).experts.find(({ id }) => id === lost.expertId);

describe('a lost laptop', () => {
  it('is told by an admin, with a reason, and only for an expert who has a key', async () => {
    const staff: UnlockedWorkspace = { ...workspace, member: { ...workspace.member, role: 'staff' } };
    const input = { expertId: lost.expertId, reason: '电脑遗失' };
    expect(await revokeExpertKeys(staff, input)).toMatchObject({ error: { code: 'identity.admin-only' } });
    expect(await revokeExpertKeys(workspace, { ...input, reason: ' ' })).toMatchObject({
      error: { code: 'identity.revoke-reason-missing' },
    });
    expect(await revokeExpertKeys(workspace, { ...input, expertId: round.homes[1]?.expertId ?? '' })).toMatchObject({
      error: { code: 'identity.no-key' },
    });
    expect(value(await revokeExpertKeys(workspace, input))).toEqual({ revoked: 1 });
    const keys = value(loadRoster(workspace))?.roster.experts.find(({ id }) => id === lost.expertId)?.keys;
    expect(keys).toMatchObject([{ revoked: { reason: '电脑遗失' } }]);
    expect(await revokeExpertKeys(workspace, input)).toMatchObject({ error: { code: 'identity.no-key' } });
  });

  it('signs nothing that counts any more, and what was accepted stays', async () => {
    scoreAll(lost, () => 100);
    await submit(lost, join(folder, 'thief'), '更正');
    expect(await take('thief')).toEqual(['package.revoked']);
    expect(await take('first')).toEqual(['duplicate']);
    expect(progress()).toMatchObject({ seq: 1, done: 2 });
  });

  it('is replaced by a new task with a new code, and the answer to that one counts', async () => {
    const before = value(listIssuedTasks(workspace, round)).find(({ expertId }) => expertId === lost.expertId);
    const input = { roundId: round.roundId, expertId: lost.expertId, folder: join(folder, 'again') };
    const issued = value(await reissueTask(workspace, input));
    expect(issued.code).not.toBe(before?.code);
    expect(await reissueTask(workspace, { ...input, expertId: 'nobody' })).toMatchObject({
      error: { code: 'round.not-issued' },
    });
    const listed = value(listIssuedTasks(workspace, round));
    expect(listed).toHaveLength(3);
    expect(listed.find(({ expertId }) => expertId === lost.expertId)).toMatchObject({
      file: issued.file,
      returnedAt: expect.any(String),
    });
    const home = await openTestHome(join(folder, 'new-laptop'), workspace.entropy);
    const path = join(input.folder, issued.file);
    const { id: taskId } = value(await openTask(home, { path, code: issued.code }));
    const replaced: ExpertHome = { ...lost, home, taskId };
    scoreAll(replaced, () => 60);
    await submit(replaced, join(folder, 'second'));
    expect(await take('second')).toEqual(['accepted']);
    expect(await take('thief')).toEqual(['package.revoked']);
    expect(progress()).toMatchObject({ seq: 1, done: 2 });
    home.db.close();
  });

  it('leaves a task that was issued again unanswerable, also for who never answered it', async () => {
    const waiting = round.homes[1];
    if (waiting === undefined) throw new Error('no second expert');
    const input = { roundId: round.roundId, expertId: waiting.expertId, folder: join(folder, 'third') };
    value(await reissueTask(workspace, input));
    scoreAll(waiting, () => 70);
    await submit(waiting, join(folder, 'old-task'));
    expect(await take('old-task')).toEqual(['package.task-replaced']);
    const again = value(await reissueTask(workspace, input));
    expect(await reissueTask(workspace, { ...input, folder: join(folder, 'third', again.file) })).toMatchObject({
      ok: false,
    });
  });
});
