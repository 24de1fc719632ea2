import { fail, ok, type Result } from '#shared/base/result.ts';
import type { RankedTrack, RankingRow } from '#shared/ranking/ranking.ts';
import { missingFacts, tidyDocumentNumber, type FormFacts, type NeededFact } from '#shared/reports/facts.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { noticePeriod, officialDate, type NoticePeriod } from '#shared/reports/working-days.ts';
import type { CandidateKind } from '#shared/round/round.ts';
import type { DocxData } from './fill-docx.ts';
import { byCode, commonData, widthOf, type PaperSource } from './paper-source.ts';

const factNames: Readonly<Record<NeededFact, readonly [zh: string, en: string]>> = {
  office: ['发文机关', 'who signs'],
  dated: ['成文日期', 'date'],
  noticeFrom: ['公示开始日期', 'first day'],
  contact: ['联系人', 'contact'],
  phone: ['联系电话', 'telephone'],
  address: ['通信地址', 'address'],
};

/** One group of the annex. */
type Group = { readonly name: string; readonly rows: readonly RankingRow[] };

/**
 * What 公示 says: who, where from, how long, where to object. It holds no score, no rank, no personal field and no expert; the order is
 * that of the codes, which says nothing about the ranking.
 */
export function noticeData(source: PaperSource): Result<DocxData, ReportCode> {
  const { facts, round, tracks } = source;
  const missing = missingFacts(facts);
  if (missing.length > 0) {
    const list = (language: 0 | 1, separator: string): string =>
      missing.map((name) => factNames[name][language]).join(separator);
    return fail('reports.facts-missing', { facts: list(0, '、'), factsEn: list(1, ', ') });
  }
  const holidays = source.holidays;
  if (!holidays.ok) return holidays;
  const period = noticePeriod(facts, holidays.value);
  if (!period.ok) return period;
  const undecided = tracks.flatMap(({ rows }) => rows.filter(({ status }) => status === 'undecided')).length;
  if (undecided > 0) return fail('reports.undecided', { count: undecided });
  const evaluation = round.design.policy.evaluation !== null;
  const groups = evaluation ? groupByBand(source) : groupByTrack(tracks);
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  if (total === 0) return fail('reports.none-selected', { title: round.title });
  const subject = evaluation ? '拟定等次名单' : '拟入选名单';
  const counted = (count: number): string => `${count}${measure(round.design.kind)}`;
  return ok({
    ...commonData(source),
    ...noticeFacts(facts, period.value),
    事项: subject,
    公示标题: layOutTitle(facts.office, round.title, `${subject}的公示`),
    名单标题: layOutListTitle(round.title, subject),
    总数: counted(total),
    名称列: round.design.kind === 'talent' ? '姓名' : '名称',
    有区县: groups.some(({ rows }) => rows.some((row) => districtOf(source, row) !== '')),
    名单: groups.map(({ name, rows }) => ({
      组名: name,
      组内数量: counted(rows.length),
      对象: byCode(rows).map((row, index) => noticeRow(source, row, index)),
    })),
  });
}

/** Characters of 2号 in a line of 156 mm. */
const titleWidth = 20;

/** The title under the name of who signs, in lines that cut no word and differ in length (GB/T 9704-2012, 7.3.1). */
function layOutTitle(office: string, round: string, subject: string): string {
  const about = `关于${round}`;
  if (widthOf(about + subject) <= titleWidth) return [office, about + subject].join('\n');
  const joined = widthOf(about) > titleWidth && widthOf(round) <= titleWidth && widthOf(office) <= titleWidth - 2;
  return (joined ? [`${office}关于`, round, subject] : [office, about, subject]).join('\n');
}

/** The title of the annex. */
function layOutListTitle(round: string, subject: string): string {
  return round + (widthOf(round + subject) <= titleWidth ? '' : '\n') + subject;
}

function noticeFacts(facts: FormFacts, { first, last, workingDays }: NoticePeriod): DocxData {
  return {
    发文机关: facts.office,
    有文号: facts.documentNumber !== '',
    文号: tidyDocumentNumber(facts.documentNumber),
    有依据: facts.basis !== '',
    依据: facts.basis,
    公示开始: officialDate(first),
    公示结束: officialDate(last),
    工作日数: String(workingDays),
    联系人: facts.contact,
    联系电话: facts.phone,
    通信地址: facts.address,
    有邮编: facts.postcode !== '',
    邮政编码: facts.postcode,
    有邮箱: facts.email !== '',
    电子邮箱: facts.email,
    成文日期: officialDate(facts.dated),
  };
}

function noticeRow(source: PaperSource, row: RankingRow, index: number): DocxData {
  const { name, unit } = row;
  return { 序号: String(index + 1), 对象名称: name, 对象单位: unit, 推荐区县: districtOf(source, row) };
}

function districtOf({ candidates }: PaperSource, { candidateId }: RankingRow): string {
  const candidate = candidates.find(({ id }) => id === candidateId);
  return candidate?.fields.find(({ key }) => key === 'district')?.value ?? '';
}

function groupByTrack(tracks: readonly RankedTrack[]): Group[] {
  return tracks
    .map(({ name, rows }) => ({ name, rows: rows.filter(({ status }) => status === 'selected') }))
    .filter(({ rows }) => rows.length > 0);
}

/** Grades, the highest first. */
function groupByBand({ tracks, round }: PaperSource): Group[] {
  const { evaluation } = round.design.policy;
  if (evaluation === null) return [];
  const names = [...new Set([...evaluation.bands.map(({ name }) => name), evaluation.vetoBand])];
  const rows = tracks.flatMap((track) => track.rows);
  return names
    .map((name) => ({ name, rows: rows.filter(({ status }) => status === `band:${name}`) }))
    .filter((group) => group.rows.length > 0);
}

/** The measure word of what is selected. */
function measure(kind: CandidateKind): string {
  switch (kind) {
    case 'talent':
      return '名';
    case 'college':
      return '所';
    default:
      return '个';
  }
}
