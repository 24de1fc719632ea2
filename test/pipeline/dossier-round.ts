import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachDossiers } from '#electron/candidates/attach-dossiers.ts';
import { issueTasks } from '#electron/tasks/issue-tasks.ts';
import { makeRound, makeWorkspace, tickingEntropy, value } from './make-round.ts';

/** A task package on disk with a dossier for its first candidate. */
export type DossierTask = { readonly path: string; readonly code: string };

/** Words that stand in the dossier's content. */
export const dossierWords = '保密材料第一页 planted-dossier';

/** Issues a round of two candidates, the first with a dossier, to one expert or more. */
export async function issueDossierRound(folder: string, experts = 1): Promise<readonly DossierTask[]> {
  const workspace = await makeWorkspace(folder, tickingEntropy());
  const roundId = makeRound(workspace, 2, experts);
  mkdirSync(join(folder, '材料'));
  writeFileSync(join(folder, '材料', 'B01.txt'), dossierWords.repeat(5000));
  value(await attachDossiers(workspace, { roundId, folder: join(folder, '材料') }));
  const tasks = join(folder, 'tasks');
  const issued = value(await issueTasks(workspace, { roundId, folder: tasks }));
  workspace.db.close();
  return issued.map(({ code, file }) => ({ code, path: join(tasks, file) }));
}
