import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { formatPoints } from '#shared/base/points.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { rubricMaximum } from '#shared/round/rubric.ts';
import { openTask } from '../packages/open-task.ts';
import { noSink } from '../packages/sink.ts';
import type { Run } from './command.ts';
import { textOption } from './options.ts';

/** `mtx task show`: what a task package holds; nothing is kept. */
export const show: Run = async ({ options, files: [file = ''] }, context) => {
  const staging = mkdtempSync(join(tmpdir(), 'mtx-'));
  try {
    const opened = await openTask({
      file: resolve(file),
      staging,
      unlock: { by: 'code', code: textOption(options, 'code') },
      sink: noSink,
    });
    if (!opened.ok) return opened;
    const { task, taskStatement } = opened.value;
    const { round, expert, rubrics, candidates, mode } = task;
    const english = context.language === 'en';
    const text = [
      `${round.title}${mode === 'demo' ? (english ? ' [demo]' : ' [演示]') : ''}`,
      `${english ? 'expert' : '专家'}: ${expert.name} ${expert.unit}`,
      `${english ? 'commission' : '评审办'}: ${task.deliver.office} ${formatFingerprint(task.signer.fingerprint)}`,
      `${english ? 'statement' : '声明'}: ${taskStatement}`,
      ...rubrics.map(
        (rubric) => `${english ? 'rubric' : '评分标准'}: ${rubric.name} ${formatPoints(rubricMaximum(rubric))}`,
      ),
      ...candidates.map(({ code, name, unit, dossiers }) => `  ${code}  ${name}  ${unit}  ${dossiers.length}`),
    ];
    return ok({ json: { statement: taskStatement, ...task }, text: text.join('\n'), exit: 0 });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};
