import { fail, ok, type Result } from '#shared/base/result.ts';
import type { ConflictView } from '#shared/ipc/office-views.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import type { DocxData } from './fill-docx.ts';
import {
  byCode,
  candidateData,
  commonData,
  expertData,
  sheetFinder,
  titleOf,
  type PaperSource,
} from './paper-source.ts';

type Entry = { readonly kind: string; readonly reason: string; readonly origin: string };

const kinds: Readonly<Record<ConflictView['source'], Entry>> = {
  'same-unit': { kind: '与申报单位为同一单位', reason: '', origin: '系统比对' },
  'avoid-unit': { kind: '申报单位属于应回避单位', reason: '', origin: '系统比对' },
  declared: { kind: '其他利益关系', reason: '', origin: '评审办登记' },
};

/** What 回避登记表 says: conflicts known before the assignment, then what experts declared while scoring. Never under aliases. */
export function recusalsData(source: PaperSource): Result<DocxData, ReportCode> {
  const named: PaperSource = { ...source, naming: 'names' };
  if (source.experts.length === 0) return fail('reports.no-experts', { title: source.round.title });
  const entriesOf = entryFinder(source);
  const candidates = byCode(source.candidates);
  const rows = source.experts.flatMap(({ id }) =>
    candidates.flatMap((candidate) =>
      entriesOf(id, candidate.id).map(({ kind, reason, origin }) => ({
        ...expertData(named, id),
        ...candidateData(candidate),
        情形: kind,
        事由: reason === '' ? '—' : reason,
        提出方式: origin,
      })),
    ),
  );
  return ok({
    ...commonData(source),
    ...titleOf(source, '专家回避登记表'),
    回避数: String(rows.length),
    无回避: rows.length === 0,
    回避: rows.map((row, index) => ({ 序号: String(index + 1), ...row })),
  });
}

/** What is known of a pair: conflicts first, then what the expert declared. */
function entryFinder(source: PaperSource): (expertId: string, candidateId: string) => Entry[] {
  const findSheet = sheetFinder(source);
  const known = new Map<string, ConflictView[]>();
  for (const conflict of source.conflicts) {
    const pair = `${conflict.expertId} ${conflict.candidateId}`;
    known.set(pair, [...(known.get(pair) ?? []), conflict]);
  }
  return (expertId, candidateId) => {
    const { sheet } = findSheet(expertId, candidateId) ?? {};
    const conflicts = known.get(`${expertId} ${candidateId}`) ?? [];
    return [
      ...conflicts.map((conflict) => ({ ...kinds[conflict.source], reason: conflict.note })),
      ...(sheet?.state === 'recused' ? [{ kind: '主动申报回避', reason: sheet.reason ?? '', origin: '专家申报' }] : []),
    ];
  };
}
