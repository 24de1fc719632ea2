import { checkSheet } from '#shared/scoring/check-sheet.ts';
import { traceHome, type Home } from '../home/home.ts';
import { findRubric, loadTasks, type LocalTask } from '../home/load-task.ts';
import { followRotations } from '../packages/succession.ts';
import { writeSheet } from './edit-sheet.ts';
import { loadSheets } from './load-sheets.ts';

/**
 * Takes the scores along into a task that was issued again, from the one on this machine that it takes the place of; in
 * the transaction that keeps it. Sheets that do not fit the rubric any more, and those of candidates that are to be
 * looked at again (复评), stay behind.
 */
export function carrySheets(home: Home, task: LocalTask): void {
  const former = findFormer(home, task);
  if (former === undefined) return;
  const again = new Set(task.predicate.reviewRequests.map(({ candidateId }) => candidateId));
  const sheets = [...loadSheets(home, former.id).values()].filter((sheet) => {
    const found = findRubric(task.predicate, sheet.candidateId);
    return found.ok && !again.has(sheet.candidateId) && checkSheet(found.value.rubric, sheet).ok;
  });
  if (sheets.length === 0) return;
  for (const sheet of sheets) writeSheet(home, task.id, sheet);
  const body = { taskId: task.id, count: sheets.length };
  traceHome(home, task.predicate.expertId, { event: 'sheets-carried', body });
}

/** The newest earlier task of the same round and expert, by the same commission. */
function findFormer(home: Home, { predicate, commission }: LocalTask): LocalTask | undefined {
  const { roundId, expertId, seq, rotations = [] } = predicate;
  return loadTasks(home)
    .filter((task) => task.predicate.roundId === roundId && task.predicate.expertId === expertId)
    .filter((task) => task.predicate.seq < seq && followRotations(task.commission, rotations).includes(commission))
    .toSorted((left, right) => right.predicate.seq - left.predicate.seq)[0];
}
