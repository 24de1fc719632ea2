import { ok, type Result } from '#shared/base/result.ts';
import type { DocumentForm } from '#shared/reports/forms.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import type { DocxData } from './fill-docx.ts';
import { noticeData } from './notice-data.ts';
import { opinionData } from './opinion-data.ts';
import type { PaperSource } from './paper-source.ts';
import { pledgeData } from './pledge-data.ts';
import { recusalsData } from './recusals-data.ts';
import { listSheetPages, sheetData, type SheetChoice } from './sheet-data.ts';

/** The names of the documents, for titles and files. */
export const documentNames: Readonly<Record<DocumentForm, string>> = {
  notice: '公示稿',
  sheet: '个人评分表',
  recusals: '回避登记表',
  opinion: '评审意见',
  pledge: '承诺书',
};

/** What fills a document; `choice` narrows 个人评分表. */
export function documentData(
  form: DocumentForm,
  source: PaperSource,
  choice: SheetChoice,
): Result<DocxData, ReportCode> {
  switch (form) {
    case 'notice':
      return noticeData(source);
    case 'recusals':
      return recusalsData(source);
    case 'opinion':
      return opinionData(source);
    case 'pledge':
      return pledgeData(source);
    default: {
      const pages = listSheetPages(source, choice);
      return pages.ok ? ok(sheetData(source, pages.value)) : pages;
    }
  }
}

/** The built-in template of a document. The writer is loaded when the first one is made. */
export async function builtInTemplate(form: DocumentForm): Promise<Uint8Array> {
  switch (form) {
    case 'notice':
      return (await import('./notice-template.ts')).noticeTemplate();
    case 'sheet':
      return (await import('./sheet-template.ts')).sheetTemplate();
    case 'recusals':
      return (await import('./recusals-template.ts')).recusalsTemplate();
    case 'opinion':
      return (await import('./opinion-template.ts')).opinionTemplate();
    default:
      return (await import('./pledge-template.ts')).pledgeTemplate();
  }
}
