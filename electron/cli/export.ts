import { resolve } from 'node:path';
import { fail, ok } from '#shared/base/result.ts';
import { exportRound, saveForm } from '../reports/export-round.ts';
import type { Run } from './command.ts';
import { oneOf, textOption } from './options.ts';
import { withActingMember } from './workspace.ts';

/** `mtx export`. PDF needs a window: the app prints it. */
export const run: Run = (input, context) =>
  withActingMember(input, context, async (workspace) => {
    const { options } = input;
    const form = oneOf(options, 'form', ['summary', 'ranking'], 'ranking');
    if (!form.ok) return form;
    const format = oneOf(options, 'format', ['xlsx', 'csv'], 'xlsx');
    if (!format.ok) return format;
    const roundId = textOption(options, 'round');
    const { language } = context;
    const made = await exportRound(workspace, { roundId, form: form.value, format: format.value, language });
    if (!made.ok) return made;
    if (made.value.kind !== 'file') {
      return fail('cli.format-unavailable', { form: form.value, format: format.value, formats: 'xlsx | csv' });
    }
    const path = resolve(textOption(options, 'out'));
    const saved = await saveForm(workspace, { roundId, form: form.value, path, bytes: made.value.bytes });
    if (!saved.ok) return saved;
    const { length } = made.value.bytes;
    const text = language === 'en' ? `${path} (${length} bytes)` : `已导出：${path}（${length} 字节）`;
    return ok({ json: { file: path, bytes: length, form: form.value, format: format.value }, text, exit: 0 });
  });
