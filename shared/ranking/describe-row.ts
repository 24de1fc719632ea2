import { intAt } from '../base/at.ts';
import { exactText, formatFraction, makeFraction, type Fraction } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy } from '../round/policy.ts';
import { sheetTotal } from '../scoring/check-sheet.ts';
import { candidateAt, type ValidSheet } from './entrant.ts';
import type { Field } from './gather.ts';
import { microPerPoint } from './micro-points.ts';
import type { Outcome } from './order-round.ts';
import { meanOfCategory } from './part-equals.ts';
import type {
  CategoryMean,
  Contribution,
  ContributionMark,
  Figure,
  RankingRow,
  RankingSheet,
  Spread,
} from './ranking.ts';
import { flagsFraud } from './sheet-columns.ts';
import { figuresAt, tallyAt, type RowFigures, type ScoredField, type Tally } from './tally.ts';
import type { WeightScale } from './weigh.ts';

/** What the list as a whole made of a candidate. */
export type Verdict = Outcome & Pick<RankingRow, 'tie'>;

/** Puts together one line of the ranking with all that explains it. */
export function describeRow(track: ScoredField, entrant: number, verdict: Verdict, policy: Policy): RankingRow {
  const { field, normalised } = track;
  const { id: candidateId, code, name, unit } = candidateAt(field, entrant);
  const figures = figuresAt(track, entrant, policy);
  const { rawScore, veto, gateVotes, sheets, trimmed } = figures;
  const score = figures.score === null ? null : figureOf(figures.score, policy.decimals);
  let contributions: Contribution[] | null = null;
  return {
    rank: verdict.rank,
    candidateId,
    code,
    name,
    unit,
    score: score?.text ?? null,
    exact: score?.exact ?? null,
    raw: policy.normalisation === 'none' || rawScore === null ? null : figureOf(rawScore, policy.decimals),
    sheets,
    trimmed,
    status: verdict.status,
    across: verdict.across,
    tie: verdict.tie,
    spread: spreadOf(figures, field, policy),
    // Written out when asked for: a long list is ranked, hashed and shown in part without them.
    get contributions() {
      contributions ??= listContributions(tallyAt(track, entrant, policy), field, policy);
      return contributions;
    },
    get categories() {
      return sheets === 0 ? [] : listCategoryMeans(field, entrant, policy.decimals);
    },
    gateVotes,
    veto,
    fraudFlags: countFraudFlags(field, entrant),
    failedCoreItems: verdict.failedCoreItems,
    cappedFrom: verdict.cappedFrom,
    part: normalised.parts?.[entrant] || null,
  };
}

/** The most that a sheet can reach under weights; null without weights. */
export function maximumFigure({ perPoint, percents, maximum }: WeightScale, { decimals }: Policy): Figure | null {
  return percents === null ? null : figureOf(makeFraction(maximum, perPoint), decimals);
}

/** A figure in points, shown to so many decimals. */
export function figureOf(points: Fraction, decimals: number): Figure {
  return { text: formatFraction(points, decimals), exact: exactText(points) };
}

/** Ruling 16: strictly more than the policy's share of the rubric's maximum. */
function spreadOf({ spread }: RowFigures, { maximum }: Field, { spreadPercent }: Policy): Spread | null {
  if (spread === null) return null;
  return { hundredths: spread, reReviewAdvised: spread * 100 > maximum * spreadPercent };
}

function listCategoryMeans(field: Field, entrant: number, decimals: number): CategoryMean[] {
  return field.rubric.categories.map(({ id: categoryId }, category) => ({
    categoryId,
    ...figureOf(meanOfCategory(field, entrant, category), decimals),
  }));
}

function listContributions({ entrant, trimmedHigh, trimmedLow }: Tally, field: Field, policy: Policy): Contribution[] {
  const markOf = (sheet: ValidSheet): ContributionMark => {
    if (trimmedHigh.includes(sheet)) return 'trimmed-high';
    return trimmedLow.includes(sheet) ? 'trimmed-low' : 'used';
  };
  const counted = entrant.valid.map((valid) => ({
    sheetId: valid.sheet.id,
    expertId: valid.sheet.expertId,
    total: valid.total,
    weighted: weightedOf(valid, field, policy),
    adjusted: adjustedOf(valid, policy),
    mark: markOf(valid),
  }));
  if (entrant.left.length === 0) return counted;
  return [...counted, ...entrant.left.map(leftContribution)].toSorted((a, b) => compareBytes(a.expertId, b.expertId));
}

function adjustedOf({ value }: ValidSheet, { normalisation, decimals }: Policy): Figure | null {
  return normalisation === 'none' ? null : figureOf(makeFraction(value, microPerPoint), decimals);
}

function weightedOf({ weighted }: ValidSheet, { scale }: Field, { decimals }: Policy): Figure | null {
  return scale.percents === null ? null : figureOf(makeFraction(weighted, scale.perPoint), decimals);
}

function leftContribution(sheet: RankingSheet): Contribution {
  return {
    sheetId: sheet.id,
    expertId: sheet.expertId,
    total: sheet.state === 'scored' ? sheetTotal(sheet) : null,
    weighted: null,
    adjusted: null,
    mark: sheet.void || sheet.state === 'scored' ? 'void' : sheet.state,
  };
}

function countFraudFlags({ from, sheets, left, columns }: Field, entrant: number): number {
  const { flags } = columns.sheets;
  let count = 0;
  for (let slot = intAt(from, entrant); slot < intAt(from, entrant + 1); slot += 1) {
    if (flagsFraud(intAt(flags, intAt(sheets, slot)))) count += 1;
  }
  return count + (left.get(entrant) ?? []).filter((sheet) => flagsFraud(intAt(flags, sheet))).length;
}
