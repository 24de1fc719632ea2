import { resolve } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { readScores } from '../scoring/read-scores.ts';
import { loadSheets } from '../scoring/load-sheets.ts';
import { submitTask } from '../scoring/submit-task.ts';
import { writeSheet } from '../scoring/edit-sheet.ts';
import { homeTime, openHome } from '../home/home.ts';
import { loadTask } from '../home/load-task.ts';
import { openTask } from '../tasks/open-task.ts';
import type { Run } from './command.ts';
import { optionalText, textOption } from './options.ts';

/** What a correction says when no reason is given on the command line. */
const defaultReason = '按更正后的评分文件重新提交';

/** `mtx score`: the expert's side without a window. Several runs give seq 1, 2, 3 … */
export const run: Run = async ({ options }, context) => {
  const home = openHome(resolve(textOption(options, 'home')), context.entropy);
  if (!home.ok) return home;
  try {
    const opened = await openTask(home.value, {
      path: resolve(textOption(options, 'task')),
      code: textOption(options, 'code'),
    });
    if (!opened.ok) return opened;
    const taskId = opened.value.id;
    const task = loadTask(home.value, taskId);
    if (!task.ok) return task;
    const file = resolve(textOption(options, 'scores'));
    const sheets = await readScores(file, task.value.predicate, homeTime(home.value));
    if (!sheets.ok) return sheets;
    const before = loadSheets(home.value.db, taskId);
    home.value.db.transaction(() => {
      for (const sheet of sheets.value) {
        const revision = (before.get(sheet.candidateId)?.revision ?? 0) + 1;
        writeSheet(home.value, taskId, { ...sheet, revision });
      }
    })();
    const first = opened.value.lastSubmission === null;
    const submitted = await submitTask(home.value, {
      taskId,
      folder: resolve(textOption(options, 'out')),
      reason: first ? null : (optionalText(options, 'reason') ?? defaultReason),
    });
    if (!submitted.ok) return submitted;
    const { seq, statement, path } = submitted.value;
    const text =
      context.language === 'en'
        ? `Result package seq ${seq}: ${path}\nstatement ${statement}`
        : `结果包（第 ${seq} 次）：${path}\n声明 ${statement}`;
    return ok({ json: { ...submitted.value, file: path, taskStatement: task.value.statement }, text, exit: 0 });
  } finally {
    home.value.db.close();
  }
};
