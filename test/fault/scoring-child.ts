import { writeSync } from 'node:fs';
import { listCriteria } from '#shared/round/rubric.ts';
import { machineEntropy } from '#electron/base/machine-entropy.ts';
import { editSheet } from '#electron/scoring/edit-sheet.ts';
import { findRubric, loadTasks } from '#electron/home/load-task.ts';
import { openTestHome } from '../pipeline/open-test-home.ts';

// Scores without end; prints `candidate criterion points` once each is acknowledged. The parent kills it.
async function score(): Promise<void> {
  const [folder = '', first = '0'] = process.argv.slice(2);
  const home = await openTestHome(folder, machineEntropy);
  const [task] = loadTasks(home);
  if (task === undefined) throw new Error('no task');
  for (let number = Number(first); ; number += 1) {
    for (const { id: candidateId } of task.predicate.candidates) {
      const found = findRubric(task.predicate, candidateId);
      if (!found.ok) throw new Error(found.error.code);
      for (const { id: criterionId, max, step } of listCriteria(found.value.rubric)) {
        const points = (number % (max / step + 1)) * step;
        const saved = editSheet(home, {
          taskId: task.id,
          candidateId,
          change: { what: 'points', criterionId, points },
        });
        if (!saved.ok) throw new Error(saved.error.code);
        writeSync(1, `${candidateId} ${criterionId} ${points}\n`);
      }
    }
  }
}

void score();
