import type { FailureDetail } from '#shared/base/result.ts';
import type { Contribution, RankedTrack, RankingRow, TieRule } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import { listCriteria, type Rubric } from '#shared/round/rubric.ts';

/** One sentence of how a score came about; `step` is a text key below `ranking.steps`. */
export type ExplanationStep = { readonly step: StepKey; readonly detail: FailureDetail };

export type StepKey =
  | 'sheets'
  | 'out'
  | 'void'
  | 'tooFew'
  | 'notTrimmed'
  | 'trimmed'
  | 'mean'
  | 'median'
  | 'normalised'
  | 'capped'
  | 'vetoByStaff'
  | 'vetoByExperts'
  | 'spread'
  | 'fraud'
  | 'acrossCut'
  | 'acrossReserve';

/** How a row's score and standing came about, in the order in which it was worked out. */
export function explainRow(row: RankingRow, policy: Policy, rubric: Rubric): ExplanationStep[] {
  return [...explainSheets(row), ...explainScore(row, policy), ...explainStanding(row, rubric)];
}

const step = (key: StepKey, detail: FailureDetail = {}): ExplanationStep => ({ step: key, detail });

function explainSheets({ contributions, sheets }: RankingRow): ExplanationStep[] {
  const count = (...marks: readonly string[]): number =>
    contributions.filter(({ mark }) => marks.includes(mark)).length;
  const recused = count('recused');
  const abstained = count('abstained');
  const voided = count('void');
  return [
    step('sheets', { count: sheets }),
    ...(recused + abstained > 0 ? [step('out', { recused, abstained })] : []),
    ...(voided > 0 ? [step('void', { count: voided })] : []),
  ];
}

function explainScore(
  { contributions, sheets, trimmed, score, exact, raw }: RankingRow,
  policy: Policy,
): ExplanationStep[] {
  if (score === null || exact === null) return [step('tooFew', { count: sheets, minimum: policy.minimumSheets })];
  const { high, low, from } = policy.trim;
  const highs = contributions.filter(({ mark }) => mark === 'trimmed-high').length;
  const lows = contributions.filter(({ mark }) => mark === 'trimmed-low').length;
  const notTrimmed = trimmed === 0 && high + low > 0;
  return [
    ...(notTrimmed ? [step('notTrimmed', { from })] : []),
    ...(trimmed > 0 ? [step('trimmed', { high: highs, low: lows })] : []),
    ...(raw === null ? [] : [step('normalised', { raw: raw.text })]),
    step(policy.centre, { count: sheets - trimmed, score, exact, decimals: policy.decimals }),
  ];
}

function explainStanding(row: RankingRow, rubric: Rubric): ExplanationStep[] {
  const { veto, spread, fraudFlags, across, cappedFrom, failedCoreItems } = row;
  const named = (ids: readonly string[]): string => ids.map((id) => nameItem(rubric, id)).join('、');
  return [
    ...(cappedFrom === null ? [] : [step('capped', { items: named(failedCoreItems), band: cappedFrom })]),
    ...(veto?.by === 'staff' ? [step('vetoByStaff', { reason: veto.reason })] : []),
    ...(veto?.by === 'experts' ? [step('vetoByExperts', { gates: named(veto.gateIds) })] : []),
    ...(spread?.reReviewAdvised === true ? [step('spread', { spread: (spread.hundredths / 100).toFixed(2) })] : []),
    ...(fraudFlags > 0 ? [step('fraud', { count: fraudFlags })] : []),
    ...(across === 'cut-line' ? [step('acrossCut')] : []),
    ...(across === 'reserve-end' ? [step('acrossReserve')] : []),
  ];
}

/** The name of a category, criterion or gate; its id when the rubric does not know it. */
export function nameItem(rubric: Rubric, id: string): string {
  const items = [...rubric.categories, ...listCriteria(rubric), ...rubric.gates];
  return items.find((item) => item.id === id)?.name ?? id;
}

/** The rule that parted equals, as data for its words: `item` names the category or criterion. */
export function readTieRule(
  rule: TieRule,
  rubric: Rubric,
): { readonly by: 'total' | 'category' | 'criterion' | 'decision' | 'shared'; readonly item: string } {
  if (rule === 'total' || rule === 'decision' || rule === 'shared') return { by: rule, item: '' };
  const by = rule.startsWith('category:') ? 'category' : 'criterion';
  return { by, item: nameItem(rubric, rule.slice(rule.indexOf(':') + 1)) };
}

/** What a track's board must say above itself. */
export type TrackNotice =
  | { readonly notice: 'openSeats'; readonly count: number }
  | { readonly notice: 'unfilled'; readonly count: number }
  | { readonly notice: 'received'; readonly count: number }
  | { readonly notice: 'parts'; readonly count: number };

/** @param complete whether all sheets are in: before that, seats are not yet empty for good */
export function listTrackNotices(
  { openSeats, unfilled, received, parts }: RankedTrack,
  complete: boolean,
): TrackNotice[] {
  const notices: TrackNotice[] = [
    { notice: 'openSeats', count: openSeats },
    { notice: 'unfilled', count: complete ? unfilled : 0 },
    { notice: 'received', count: received },
  ];
  const split: TrackNotice[] = parts > 1 ? [{ notice: 'parts', count: parts }] : [];
  return [...notices.filter(({ count }) => count > 0), ...split];
}

/** The sheets with the highest total first; those without points last, in the order given. */
export function sortContributions(contributions: readonly Contribution[]): Contribution[] {
  return contributions.toSorted((left, right) => (right.total ?? -1) - (left.total ?? -1));
}
