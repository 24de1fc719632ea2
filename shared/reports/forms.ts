import { z } from 'zod';

/** Every form that comes out of a round. */
export const exportFormSchema = z.enum([
  'summary',
  'ranking',
  'notice',
  'sheet',
  'recusals',
  'opinion',
  'pledge',
  'verification',
  'slip',
]);
export type ExportForm = z.infer<typeof exportFormSchema>;

export const exportFormatSchema = z.enum(['xlsx', 'csv', 'docx', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Forms written as documents: an office can put a template of its own in the place of the built-in one. */
export const documentFormSchema = z.enum(['notice', 'sheet', 'recusals', 'opinion', 'pledge']);
export type DocumentForm = z.infer<typeof documentFormSchema>;

/** Whether a form is written as a document. */
export function isDocumentForm(form: ExportForm): form is DocumentForm {
  return documentFormSchema.options.some((known) => known === form);
}

/** The formats of each form, the usual one first. PDF is printed by a window. */
export const formFormats = {
  summary: ['xlsx', 'csv', 'pdf'],
  ranking: ['xlsx', 'csv', 'pdf'],
  notice: ['docx'],
  sheet: ['docx', 'pdf'],
  recusals: ['docx', 'pdf'],
  opinion: ['docx'],
  pledge: ['docx', 'pdf'],
  verification: ['pdf'],
  slip: ['pdf'],
} as const satisfies Record<ExportForm, readonly ExportFormat[]>;

/** Forms on which experts are named, or called 专家1, 专家2 … when the office asks for it. */
export const aliasForms: ReadonlySet<ExportForm> = new Set(['summary', 'sheet', 'opinion']);

/** Forms for the public; all others are internal. */
export const publicForms: ReadonlySet<ExportForm> = new Set(['notice']);

/** Forms that need no result: they can be made as soon as there are experts. */
export const earlyForms: ReadonlySet<ExportForm> = new Set(['pledge', 'recusals']);
