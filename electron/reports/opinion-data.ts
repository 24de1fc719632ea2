import { fail, ok, type Result } from '#shared/base/result.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { officialDate } from '#shared/reports/working-days.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { describeRule, describeStatus, listRemarks } from './describe-outcome.ts';
import type { DocxData } from './fill-docx.ts';
import type { FormContext } from './form.ts';
import {
  byCode,
  candidateData,
  commonData,
  expertData,
  sheetFinder,
  titleOf,
  type PaperSource,
} from './paper-source.ts';
import { formWords } from './words.ts';

const words = formWords('zh-CN');

/** What 评审意见 says: the outcome of each track, who signs, and what experts wrote on each candidate. */
export function opinionData(source: PaperSource): Result<DocxData, ReportCode> {
  const { round, tracks, experts, sheets, facts } = source;
  const filled = tracks.filter(({ rows }) => rows.length > 0);
  // Trial candidates stand in no track.
  const ranked = new Set(filled.flatMap(({ rows }) => rows.map(({ candidateId }) => candidateId)));
  const findSheet = sheetFinder(source);
  const counted = sheets.filter(({ sheet }) => ranked.has(sheet.candidateId));
  if (counted.length === 0) return fail('reports.no-sheets');
  return ok({
    ...commonData(source),
    ...titleOf(source, '专家组评审意见'),
    专家人数: String(experts.length),
    对象数: String(ranked.size),
    评分表数: String(counted.length),
    汇总规则: describeRules(source, filled),
    评审日期: facts.reviewedOn === '' ? '________年____月____日' : officialDate(facts.reviewedOn),
    评审地点: facts.reviewedAt === '' ? '________________' : facts.reviewedAt,
    结果: filled.map((track) => ({
      赛道: track.name,
      结论: describeTrack(track, round.design.policy.evaluation !== null),
    })),
    专家组: experts.map(({ id, leader }, index) => ({
      序号: String(index + 1),
      ...expertData(source, id),
      职务: leader ? '组长' : '成员',
    })),
    对象意见: filled.flatMap((track) =>
      byCode(track.rows).map((row) => candidateOpinion(source, track, row, findSheet)),
    ),
  });
}

/** Tracks share the policy; only the points of a wide spread follow the rubric. */
function describeRules({ round }: PaperSource, tracks: readonly RankedTrack[]): string {
  const rubrics = round.design.rubrics.filter(({ id }) => tracks.some(({ rubricId }) => rubricId === id));
  const sentences = rubrics.map((rubric: Rubric) => describeRule(round.design.policy, rubric, words));
  return [...new Set(sentences)].join('');
}

function describeTrack({ rows, seats, unfilled }: RankedTrack, evaluation: boolean): string {
  const scored = rows.filter(({ score }) => score !== null).length;
  const counts = new Map<string, number>();
  for (const { status } of rows) {
    if (status === 'ranked') continue;
    const name = describeStatus({ status, rank: null }, null, words);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const parts = [...counts].map(([name, count]) => `${name} ${count} 个`);
  const quota = evaluation || seats === null ? '' : `名额 ${seats} 个，`;
  const vacant = unfilled > 0 ? `，空缺 ${unfilled} 个` : '';
  return `评审对象 ${rows.length} 个，出分 ${scored} 个；${quota}${parts.join('、')}${vacant}。`;
}

function candidateOpinion(
  source: PaperSource,
  track: RankedTrack,
  row: RankingRow,
  findSheet: ReturnType<typeof sheetFinder>,
): DocxData {
  const opinions = source.experts.flatMap(({ id }) => {
    const received = findSheet(id, row.candidateId);
    const counted = row.contributions.some(({ expertId, mark }) => expertId === id && mark !== 'void');
    if (received === undefined || received.sheet.comment === '' || !counted) return [];
    return [{ 专家: expertData(source, id).专家, 评语: received.sheet.comment }];
  });
  return {
    ...candidateData(row),
    赛道: track.name,
    得分: row.score ?? '不出分',
    名次: row.rank === null ? '—' : `第 ${row.rank} 名`,
    结果说明: [describeStatus(row, track.seats, words), ...listRemarks(contextOf(source), track, row)]
      .filter((text) => text !== words.none)
      .join('；'),
    无评语: opinions.length === 0,
    意见: opinions,
  };
}

function contextOf({ round, office, tracks, experts, naming, exportedAt }: PaperSource): FormContext {
  return { round, office, ranking: { tracks }, experts, naming, language: 'zh-CN', exportedAt, resultHash: '', words };
}
