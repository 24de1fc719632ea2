import { resolve } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import { readScores } from '../scoring/read-scores.ts';
import { loadSheets } from '../scoring/load-sheets.ts';
import { submitTask } from '../scoring/submit-task.ts';
import { writeSheet } from '../scoring/edit-sheet.ts';
import { guardHome } from '../home/home-failure.ts';
import { homeTime, traceHome, type Home } from '../home/home.ts';
import { loadTask, type LocalTask } from '../home/load-task.ts';
import { openHomeByPassphrase, openScriptHome } from '../home/script-home.ts';
import { openTask } from '../tasks/open-task.ts';
import { renewTaskKeys } from '../tasks/renew-task-keys.ts';
import type { CommandContext, OptionValues, Outcome, Run } from './command.ts';
import { optionalText, textOption } from './options.ts';

/** What a correction says when no reason is given on the command line. */
const defaultReason = '按更正后的评分文件重新提交';

/** `mtx score`: the expert's side without a window. Several runs give seq 1, 2, 3 … */
export const run: Run = async ({ options }, context) => {
  const place = {
    folder: resolve(textOption(options, 'home')),
    entropy: context.entropy,
    readPassphrase: context.readPassphrase,
  };
  const code = optionalText(options, 'code');
  const home = code === undefined ? await openHomeByPassphrase(place) : await openScriptHome({ ...place, code });
  if (!home.ok) return home;
  try {
    return await guardHome(() => scoreIn({ ...home.value, via: 'command-line' }, options, context));
  } finally {
    home.value.vault.lock();
    home.value.db.close();
  }
};

async function scoreIn(home: Home, options: OptionValues, context: CommandContext): Promise<Result<Outcome>> {
  const commission = optionalText(options, 'commission');
  const opened = await openTask(home, {
    path: resolve(textOption(options, 'task')),
    code: optionalText(options, 'code') ?? '',
    ...(commission === undefined ? {} : { commission }),
  });
  if (!opened.ok) return opened;
  const taskId = opened.value.id;
  const task = loadTask(home, taskId);
  if (!task.ok) return task;
  const file = resolve(textOption(options, 'scores'));
  const sheets = await readScores(file, task.value.predicate, homeTime(home));
  if (!sheets.ok) return sheets;
  if (options['new-key'] === true) {
    const renewed = await renewTaskKeys(home, { taskId });
    if (!renewed.ok) return renewed;
  }
  takeSheets(home, task.value, sheets.value);
  const first = opened.value.lastSubmission === null;
  const submitted = await submitTask(home, {
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
}

function takeSheets(home: Home, task: LocalTask, sheets: readonly Sheet[]): void {
  const before = loadSheets(home, task.id);
  home.db.transaction(() => {
    for (const sheet of sheets) {
      const revision = (before.get(sheet.candidateId)?.revision ?? 0) + 1;
      writeSheet(home, task.id, { ...sheet, revision });
    }
    const body = { taskId: task.id, count: sheets.length };
    traceHome(home, task.predicate.expertId, { event: 'scores-read', body });
  })();
}
