import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Entropy } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { loadExperts } from '../experts/list-experts.ts';
import { openHome, type Home } from '../home/home.ts';
import { loadTask } from '../home/load-task.ts';
import { openForOnce } from '../home/unlock-home.ts';
import { writeSheet } from '../scoring/edit-sheet.ts';
import { submitTask, type Submitted } from '../scoring/submit-task.ts';
import { openTask } from '../tasks/open-task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { simulateSheets } from './simulate-scores.ts';

type Place = { readonly folder: string; readonly seed: number; readonly entropy: Entropy };

/**
 * Opens an issued task in a home of its own, fills it with simulated sheets, and submits it. The home is removed
 * afterwards: a demo leaves packages, not somebody's half of the machine.
 */
export async function scoreAsExpert(workspace: Workspace, place: Place, task: IssuedTask): Promise<Result<Submitted>> {
  const folder = join(place.folder, '.home');
  const locked = openHome(folder, place.entropy);
  if (!locked.ok) return locked;
  try {
    const home = await openForOnce(locked.value);
    return home.ok ? await scoreInHome(workspace, place, task, home.value) : home;
  } finally {
    locked.value.db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scoreInHome(
  workspace: Workspace,
  place: Place,
  issued: IssuedTask,
  home: Home,
): Promise<Result<Submitted>> {
  const opened = await openTask(home, { path: join(place.folder, 'tasks', issued.file), code: issued.code });
  if (!opened.ok) return opened;
  const taskId = opened.value.id;
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const { roundId, rubrics, tracks, candidates } = task.value.predicate;
  const expert = loadExperts(workspace.db, roundId).find(({ id }) => id === issued.expertId);
  if (expert === undefined) return fail('assignment.unknown-pair');
  const now = place.entropy.now();
  const sheets = simulateSheets({ rubrics, tracks, candidates, expert, seed: place.seed, now });
  home.db.transaction(() => {
    for (const sheet of sheets) writeSheet(home, taskId, sheet);
  })();
  const submitted = await submitTask(home, { taskId, folder: join(place.folder, 'results'), reason: null });
  return submitted.ok ? ok(submitted.value) : submitted;
}
