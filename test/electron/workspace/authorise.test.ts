import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { acts, mayAct, type Act } from '#shared/identity/acts.ts';
import { assignExperts, setConflict } from '#electron/assignment/assign-experts.ts';
import { attachDossiers, removeDossier } from '#electron/candidates/attach-dossiers.ts';
import { removeCandidates, takeCandidates } from '#electron/candidates/take-candidates.ts';
import { removeExperts, takeExperts } from '#electron/experts/take-experts.ts';
import { exportRound } from '#electron/reports/export-round.ts';
import { createRound } from '#electron/round/create-round.ts';
import { loadTemplate } from '#electron/round/templates.ts';
import { removeRound, saveRound } from '#electron/round/save-round.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { authorise } from '#electron/workspace/authorise.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import { value } from '../../pipeline/make-round.ts';
import { temporaryRound } from '../../pipeline/temporary-round.ts';

const temporary = temporaryRound('each', { candidates: 2, experts: 2 });
let folder: string;
let admin: UnlockedWorkspace;
let staff: UnlockedWorkspace;
let roundId: string;

beforeEach(() => {
  ({ folder, workspace: admin, roundId } = temporary);
  staff = { ...admin, member: { ...admin.member, name: '小王', role: 'staff' } };
});

const refused = { ok: false, error: { code: 'identity.admin-only', detail: { member: '小王' } } };

describe('who may do what', () => {
  it('lets an admin do everything, and staff take packages in and answer them', () => {
    const all: Act[] = ['set-up', 'save-rules', 'assign', 'issue', 'take-in', 'give-receipts', 'decide', 'lock'];
    all.push(
      'rank-for-record',
      'export-lists',
      'publish',
      'archive',
      'enrol',
      'revoke',
      'manage-members',
      'rotate-keys',
    );
    expect(Object.keys(acts)).toEqual(all);
    expect(all.filter((act) => !mayAct('admin', act))).toEqual([]);
    expect(all.filter((act) => mayAct('staff', act))).toEqual(['take-in', 'give-receipts']);
  });

  it('asks the member who has signed in', () => {
    expect(authorise(admin, 'issue')).toEqual({ ok: true, value: null });
    expect(authorise(staff, 'issue')).toMatchObject(refused);
    expect(authorise(staff, 'take-in')).toEqual({ ok: true, value: null });
  });

  it('refuses staff every act of the set-up in the core, and leaves the workspace as it was', async () => {
    const { design } = value(loadTemplate('building'));
    const before = admin.db.serialize();
    const candidateId = '0191e2a0-0000-7000-8000-000000000000';
    const attempts = [
      createRound(staff, { title: '另一批', mode: 'official', deadline: null, design }),
      saveRound(staff, { roundId, title: '改名', deadline: null, design }),
      removeRound(staff, { roundId }),
      takeCandidates(staff, { roundId, rows: [] }),
      removeCandidates(staff, { roundId, candidateIds: [] }),
      await attachDossiers(staff, { roundId, folder }),
      removeDossier(staff, { roundId, candidateId, sha256: '0'.repeat(64) }),
      takeExperts(staff, { roundId, rows: [] }),
      removeExperts(staff, { roundId, expertIds: [] }),
      assignExperts(staff, { roundId, perCandidate: 'all', seed: 1 }),
      setConflict(staff, { roundId, expertId: candidateId, candidateId, conflict: true, note: '' }),
      await issueTasks(staff, { roundId, folder: join(folder, 'tasks') }),
      await exportRound(staff, { roundId, form: 'ranking', format: 'csv', language: 'zh-CN' }),
    ];
    for (const attempt of attempts) expect(attempt).toMatchObject(refused);
    expect(admin.db.serialize().equals(before)).toBe(true);
  });
});
