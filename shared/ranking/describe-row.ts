import { exactText, formatFraction, makeFraction, type Fraction } from '../base/fraction.ts';
import { compareBytes } from '../base/order.ts';
import type { Policy } from '../round/policy.ts';
import { sheetTotal } from '../scoring/check-sheet.ts';
import type { Field, ValidSheet } from './gather.ts';
import { microPerPoint } from './micro-points.ts';
import { meanPoints } from './part-equals.ts';
import type {
  CategoryMean,
  Contribution,
  ContributionMark,
  Figure,
  RankingRow,
  RankingSheet,
  Spread,
} from './ranking.ts';
import type { Tally } from './tally.ts';
import type { WeightScale } from './weigh.ts';

/** What the list as a whole made of a candidate. */
export type Verdict = Pick<RankingRow, 'rank' | 'status' | 'across' | 'tie' | 'failedCoreItems' | 'cappedFrom'>;

/** Puts together one line of the ranking with all that explains it. */
export function describeRow(
  field: Field,
  tally: Tally,
  verdict: Verdict,
  policy: Policy,
  parts: ReadonlyMap<string, number> | null,
): RankingRow {
  const { candidate, valid } = tally.entrant;
  const { id: candidateId, code, name, unit } = candidate;
  const score = tally.score === null ? null : figureOf(tally.score, policy.decimals);
  const raw = policy.normalisation === 'none' || tally.rawScore === null ? null : tally.rawScore;
  return {
    rank: verdict.rank,
    candidateId,
    code,
    name,
    unit,
    score: score?.text ?? null,
    exact: score?.exact ?? null,
    raw: raw === null ? null : figureOf(raw, policy.decimals),
    sheets: valid.length,
    trimmed: tally.trimmedHigh.length + tally.trimmedLow.length,
    status: verdict.status,
    across: verdict.across,
    tie: verdict.tie,
    spread: spreadOf(tally, field, policy),
    // Written out when asked for: a long list is ranked, hashed and shown in part without them.
    get contributions() {
      return listContributions(tally, field, policy);
    },
    get categories() {
      return valid.length === 0 ? [] : listCategoryMeans(field, tally, policy.decimals);
    },
    gateVotes: tally.gateVotes,
    veto: tally.veto,
    fraudFlags: countFraudFlags(tally),
    failedCoreItems: verdict.failedCoreItems,
    cappedFrom: verdict.cappedFrom,
    part: parts?.get(candidateId) ?? null,
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
function spreadOf({ spread }: Tally, { maximum }: Field, { spreadPercent }: Policy): Spread | null {
  if (spread === null) return null;
  return { hundredths: spread, reReviewAdvised: spread * 100 > maximum * spreadPercent };
}

function listCategoryMeans(field: Field, tally: Tally, decimals: number): CategoryMean[] {
  return field.rubric.categories.map(({ id, criteria }) => ({
    categoryId: id,
    ...figureOf(meanPoints(tally, criteria), decimals),
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
  const total = (): number => sheet.total ?? sheetTotal(sheet);
  return {
    sheetId: sheet.id,
    expertId: sheet.expertId,
    total: sheet.state === 'scored' ? total() : null,
    weighted: null,
    adjusted: null,
    mark: sheet.void || sheet.state === 'scored' ? 'void' : sheet.state,
  };
}

function countFraudFlags({ entrant: { valid, left } }: Tally): number {
  const own = valid.filter(({ sheet }) => sheet.fraud).length;
  return own + left.filter((sheet) => sheet.fraud && !sheet.void).length;
}
