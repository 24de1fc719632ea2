import type { RankedTrack, RankingRow, RankingStatus } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import { listCriteria, rubricMaximum, type Rubric } from '#shared/round/rubric.ts';
import { rubricOf, type FormContext } from './form.ts';
import type { FormWords } from './words.ts';

/** Codes of equals named before the rest is only counted. */
const namedEquals = 4;

/** The outcome in words; a place on the reserve list is numbered from `seats` on. */
export function describeStatus(
  row: Pick<RankingRow, 'status' | 'rank'>,
  seats: number | null,
  words: FormWords,
): string {
  if (row.status === 'reserve' && row.rank !== null && seats !== null) return words.reservePlace(row.rank - seats);
  return isBand(row.status) ? row.status.slice('band:'.length) : words.statuses[row.status];
}

function isBand(status: RankingStatus): status is `band:${string}` {
  return status.startsWith('band:');
}

/** The link that set a row apart from its equals, with their codes; empty without equals. */
export function describeTie({ tie }: RankingRow, rubric: Rubric, words: FormWords): string {
  if (tie === null) return '';
  const { with: equals } = tie;
  const named = equals.slice(0, namedEquals).join(words.list);
  const codes = equals.length > namedEquals ? `${named} ${words.andMore(equals.length)}` : named;
  return words.tieAmong(describeTieGround(tie.rule, rubric, words), codes);
}

/** The link by itself. */
export function describeTieGround(
  rule: NonNullable<RankingRow['tie']>['rule'],
  rubric: Rubric,
  words: FormWords,
): string {
  if (rule === 'total' || rule === 'decision' || rule === 'shared') return words.ties[rule];
  const [kind, id] = rule.split(':');
  if (kind === 'category') return words.tieCategory(nameOf(rubric.categories, id));
  return words.tieCriterion(nameOf(listCriteria(rubric), id));
}

/** What a reader must know beside the score, each in a few words. */
export function listRemarks(context: FormContext, track: RankedTrack, row: RankingRow): string[] {
  const { words, round } = context;
  const rubric = rubricOf(context, track);
  const { veto } = row;
  const items = row.failedCoreItems.map((id) => nameOf(listCriteria(rubric), id)).join(words.list);
  const capped = row.cappedFrom === null ? '' : words.separator + words.capped(row.cappedFrom);
  return [
    ...(veto?.by === 'staff' ? [words.staffVeto(veto.reason)] : []),
    ...(veto?.by === 'experts'
      ? [words.expertVeto(veto.gateIds.map((id) => nameOf(rubric.gates, id)).join(words.list))]
      : []),
    ...(row.status === 'no-score' ? [words.tooFewSheets(round.design.policy.minimumSheets)] : []),
    ...(items === '' ? [] : [words.failedCore(items) + capped]),
    ...(row.fraudFlags === 0 ? [] : [words.fraud(row.fraudFlags)]),
    ...(row.part === null || track.parts === 1 ? [] : [words.part(row.part)]),
  ];
}

function nameOf(items: readonly { readonly id: string; readonly name: string }[], id: string | undefined): string {
  return items.find((item) => item.id === id)?.name ?? id ?? '';
}

/** The policy in one sentence. */
export function describeRule(policy: Policy, rubric: Rubric, words: FormWords): string {
  const { minimumSheets, decimals, spreadPercent, normalisation, rankBy, trial } = policy;
  return words.rule([
    describeTrim(policy, words),
    ...describeWeights(policy, rubric, words),
    ...(normalisation === 'none' ? [] : [words.ruleNormalised[normalisation]]),
    words.ruleMinimum(minimumSheets),
    rankBy === 'rounded' ? words.ruleRounded(decimals) : words.ruleDecimals(decimals),
    words.ruleSpread((rubricMaximum(rubric) * spreadPercent) / 10_000),
    ...(trial.length === 0 ? [] : [words.ruleTrial(trial.length)]),
  ]);
}

function describeTrim({ trim, trimUnit, centre }: Policy, words: FormWords): string {
  const { from, high, low } = trim;
  const middle = words.centres[centre];
  if (high + low === 0) return words.ruleCentre(middle);
  return trimUnit === 'percent'
    ? words.ruleTrimPercent(from, high, low, middle)
    : words.ruleTrim(from, high, low, middle);
}

/** Categories that do not count in full. */
function describeWeights({ weights }: Policy, { categories }: Rubric, words: FormWords): string[] {
  const named = categories.flatMap(({ id, name }) =>
    weights
      .filter(({ category, percent }) => category === id && percent !== 100)
      .map(({ percent }) => `${name} ${percent}%`),
  );
  return named.length === 0 ? [] : [words.ruleWeights(named)];
}
