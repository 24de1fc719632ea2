import { at } from '#shared/base/at.ts';
import { formatPoints } from '#shared/base/points.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { listExpertGates, rubricMaximum, type Category, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import type { StoredCandidate } from '../candidates/list-candidates.ts';
import type { DocxData } from './fill-docx.ts';
import { formatChinaTime } from './form.ts';
import {
  byCode,
  candidateData,
  commonData,
  expertData,
  sheetFinder,
  titleOf,
  trackName,
  type PaperSheet,
  type PaperSource,
} from './paper-source.ts';

/** Which sheets: of one expert, of one candidate, of both; null stands for all. */
export type SheetChoice = { readonly expertId: string | null; readonly candidateId: string | null };

/** One printed sheet. */
export type SheetPage = {
  readonly sheet: PaperSheet;
  readonly candidate: StoredCandidate;
  readonly rubric: Rubric;
};

const states = { scored: '已评分', recused: '回避', abstained: '弃权' } as const;

/** The chosen sheets by expert in the round's order, then by code. */
export function listSheetPages(source: PaperSource, choice: SheetChoice): Result<readonly SheetPage[], ReportCode> {
  const { experts } = source;
  const findSheet = sheetFinder(source);
  const candidates = byCode(source.candidates);
  const pages = experts
    .filter(({ id }) => choice.expertId === null || id === choice.expertId)
    .flatMap(({ id }) =>
      candidates.flatMap((candidate) => {
        if (choice.candidateId !== null && candidate.id !== choice.candidateId) return [];
        const sheet = findSheet(id, candidate.id);
        return sheet === undefined ? [] : [{ sheet, candidate, rubric: rubricOf(source, candidate) }];
      }),
    );
  return pages.length === 0 ? fail('reports.no-sheets') : ok(pages);
}

function rubricOf({ round }: PaperSource, { trackId }: StoredCandidate): Rubric {
  const track = round.design.tracks.find(({ id }) => id === trackId);
  return at(
    round.design.rubrics.filter(({ id }) => id === track?.rubricId),
    0,
  );
}

/** What 个人评分表 says. */
export function sheetData(source: PaperSource, pages: readonly SheetPage[]): DocxData {
  return {
    ...commonData(source),
    ...titleOf(source, '专家评分表'),
    评分表: pages.map((page) => pageData(source, page)),
  };
}

function pageData(source: PaperSource, { sheet: received, candidate, rubric }: SheetPage): DocxData {
  const { sheet, expertId, statement, fingerprint, receivedAt } = received;
  const scored = sheet.state === 'scored';
  return {
    ...candidateData(candidate),
    ...expertData(source, expertId),
    赛道: trackName(source, candidate.trackId),
    满分: formatPoints(rubricMaximum(rubric)),
    已评分: scored,
    未评分: !scored,
    状态: states[sheet.state],
    事由: sheet.reason ?? '',
    一级指标: rubric.categories.map((category) => categoryData(category, sheet)),
    总分: scored ? formatPoints(sumOf(Object.values(sheet.points))) : '—',
    否决项: listExpertGates(rubric).map(({ id, name }) => ({ 否决项名称: name, 结论: gateText(sheet, id) })),
    弄虚作假: sheet.fraud ? '☑是　□否' : '□是　☑否',
    评语: sheet.comment === '' ? '（未填写）' : sheet.comment,
    提交时间: formatChinaTime(Date.parse(receivedAt)),
    结果包指纹: statement,
    密钥指纹: formatFingerprint(fingerprint),
  };
}

function categoryData({ name, criteria }: Category, { points }: Sheet): DocxData {
  return {
    一级名称: name,
    一级满分: formatPoints(sumOf(criteria.map(({ max }) => max))),
    一级小计: formatPoints(sumOf(criteria.map(({ id }) => points[id] ?? 0))),
    二级指标: criteria.map((criterion) => criterionData(criterion, points[criterion.id])),
  };
}

function criterionData({ name, core, guidance, max, anchors }: Criterion, points: number | undefined): DocxData {
  const anchor = points === undefined ? undefined : anchors.find(({ from, to }) => points >= from && points <= to);
  return {
    二级名称: core ? `${name} *` : name,
    评分说明: guidance,
    分值: formatPoints(max),
    得分: points === undefined ? '—' : formatPoints(points),
    备注: anchor?.label ?? '',
  };
}

function gateText({ gates, state }: Sheet, id: string): string {
  const answer = gates[id];
  if (answer === undefined || state !== 'scored') return '—';
  return answer === 'pass' ? '☑符合　□不符合' : '□符合　☑不符合';
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + one, 0);
}
