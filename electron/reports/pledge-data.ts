import { fail, ok, type Result } from '#shared/base/result.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { declaration } from '#shared/scoring/declaration.ts';
import type { DocxData } from './fill-docx.ts';
import { commonData, expertData, type PaperSource } from './paper-source.ts';

/** What 承诺书 says: the declaration that every result package carries, for those who sign by hand. */
export function pledgeData(source: PaperSource): Result<DocxData, ReportCode> {
  if (source.experts.length === 0) return fail('reports.no-experts', { title: source.round.title });
  // The first line of the declaration is its heading.
  const clauses = declaration.zh.split('\n').slice(1);
  return ok({
    ...commonData(source),
    承诺书: source.experts.map(({ id, title }) => ({
      ...expertData({ ...source, naming: 'names' }, id),
      职称: title,
      承诺: clauses.map((clause) => ({ 条款: clause })),
    })),
  });
}
