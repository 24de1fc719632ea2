import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { formFactsSchema, type FormFacts } from '../reports/facts.ts';
import { holidaysSchema, type Span } from '../reports/holidays.ts';
import { documentFormSchema, exportFormatSchema, exportFormSchema } from '../reports/forms.ts';
import { grantIdSchema, type SavedFile } from './app-calls.ts';
import { call } from './call.ts';
import type * as view from './report-views.ts';

const roundInput = z.strictObject({ roundId: idSchema });
const formInput = z.strictObject({ form: documentFormSchema });

/** Calls of 导出. */
export const reportCalls = {
  /** Asks where to save, writes the form; null when the dialog was cancelled. */
  exportForm: call<SavedFile | null>()(
    z.strictObject({
      roundId: idSchema,
      form: exportFormSchema,
      format: exportFormatSchema,
      /** Experts as 专家1, 专家2 …, on the forms that know both. */
      aliases: z.boolean().optional(),
      /** Narrow 个人评分表 to one expert, one candidate, or both. */
      expertId: idSchema.nullable().optional(),
      candidateId: idSchema.nullable().optional(),
    }),
  ),
  /** Every form in every format into a new folder inside the chosen one, with an index. */
  exportForms: call<view.ExportOutcome>()(
    z.strictObject({ roundId: idSchema, folder: grantIdSchema, aliases: z.boolean() }),
  ),
  /** Ends a running `exportForms`; nothing of it is left. */
  cancelExport: call<null>()(z.strictObject({})),

  getFormFacts: call<view.FormFactsView>()(roundInput),
  saveFormFacts: call<FormFacts>()(z.strictObject({ roundId: idSchema, facts: formFactsSchema })),
  /** Days off for all rounds of the workspace, in place of those before. */
  saveHolidays: call<readonly Span[]>()(z.strictObject({ holidays: holidaysSchema })),

  listFormTemplates: call<readonly view.FormTemplateView[]>()(z.strictObject({})),
  /** Takes a .docx as the template of a form, after checking it. */
  setFormTemplate: call<readonly view.FormTemplateView[]>()(
    z.strictObject({ form: documentFormSchema, file: grantIdSchema }),
  ),
  /** Goes back to the built-in template. */
  removeFormTemplate: call<readonly view.FormTemplateView[]>()(formInput),
  /** Asks where to save, writes the built-in template as a start; null when the dialog was cancelled. */
  saveBuiltInTemplate: call<SavedFile | null>()(formInput),
};
