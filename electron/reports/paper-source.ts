import type { ConflictView } from '#shared/ipc/office-views.ts';
import type { RankedTrack } from '#shared/ranking/ranking.ts';
import type { Result } from '#shared/base/result.ts';
import type { FormFacts } from '#shared/reports/facts.ts';
import type { Span } from '#shared/reports/holidays.ts';
import type { ReportCode } from '#shared/reports/sentences.ts';
import { officialDate } from '#shared/reports/working-days.ts';
import type { Round } from '#shared/round/round.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';
import type { StoredCandidate } from '../candidates/list-candidates.ts';
import type { RoundExpert } from '../experts/list-experts.ts';
import type { DocxData } from './fill-docx.ts';
import { formatChinaTime } from './form.ts';

/** A sheet as it came in: whose it is, in which result package, signed with which key. */
export type PaperSheet = {
  readonly expertId: string;
  readonly sheet: Sheet;
  /** Statement hash of the result package. */
  readonly statement: string;
  /** Fingerprint of the expert's signing key. */
  readonly fingerprint: string;
  /** RFC 3339 UTC. */
  readonly receivedAt: string;
};

/** What the documents of a round are made from. Documents are Chinese, as the office hands them on. */
export type PaperSource = {
  readonly round: Round;
  readonly office: string;
  /** Every track, also those without candidates. */
  readonly tracks: readonly RankedTrack[];
  readonly candidates: readonly StoredCandidate[];
  readonly experts: readonly RoundExpert[];
  /** Current sheets. */
  readonly sheets: readonly PaperSheet[];
  readonly conflicts: readonly ConflictView[];
  readonly facts: FormFacts;
  /** Days off that the office entered; a refusal when they cannot be read. */
  readonly holidays: Result<readonly Span[], ReportCode>;
  readonly naming: 'names' | 'aliases';
  readonly exportedAt: number;
};

/** What every document can name. */
export function commonData({ round, office, exportedAt }: PaperSource): DocxData {
  return {
    批次名称: round.title,
    单位名称: office,
    导出日期: officialDate(formatChinaTime(exportedAt).slice(0, 10)),
    演示: round.mode === 'demo',
  };
}

/** How a form names the expert at a place of the round: by name, or 专家1, 专家2 … everywhere alike. */
export function expertData({ experts, naming }: PaperSource, expertId: string): { 专家: string; 专家单位: string } {
  const place = experts.findIndex(({ id }) => id === expertId);
  const expert = experts[place];
  if (naming === 'aliases') return { 专家: `专家${place + 1}`, 专家单位: '' };
  return { 专家: expert?.name ?? '', 专家单位: expert?.unit ?? '' };
}

/** How a form names a candidate. */
export function candidateData({ code, name, unit }: Pick<StoredCandidate, 'code' | 'name' | 'unit'>): {
  编号: string;
  对象名称: string;
  申报单位: string;
} {
  return { 编号: code, 对象名称: name, 申报单位: unit };
}

/** Candidates as people count them: L2 before L10. */
export function byCode<Item extends { readonly code: string }>(items: readonly Item[]): Item[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return items.toSorted((a, b) => collator.compare(a.code, b.code));
}

/** Finds the sheet of an expert for a candidate; made once for a document, for a round may hold thousands. */
export function sheetFinder({
  sheets,
}: PaperSource): (expertId: string, candidateId: string) => PaperSheet | undefined {
  const byPair = new Map(sheets.map((one) => [`${one.expertId} ${one.sheet.candidateId}`, one]));
  return (expertId, candidateId) => byPair.get(`${expertId} ${candidateId}`);
}

/** The name of a track. */
export function trackName({ round }: PaperSource, trackId: string): string {
  return round.design.tracks.find(({ id }) => id === trackId)?.name ?? trackId;
}

/** Characters of 小2号 in a line of the office's own forms. */
const titleWidth = 25;

/** The title of one of the office's own forms; a long one breaks before the form's name, so that no word is cut. */
export function titleOf({ round }: PaperSource, form: string): { 表题: string } {
  const { title } = round;
  return { 表题: title + (widthOf(title + form) <= titleWidth ? '' : '\n') + form };
}

/** Width in characters of Chinese: Latin letters, digits and blanks take half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u2000' ? 0.5 : 1), 0);
}
