import { formatPoints } from '#shared/base/points.ts';
import type { FailureDetail } from '#shared/base/result.ts';
import { checkTies, checkWeights } from '#shared/ranking/check-policy.ts';
import type { RoundDesign, Track } from '#shared/round/round.ts';
import { rubricMaximum, type Criterion, type Rubric } from '#shared/round/rubric.ts';
import { tidyLine } from './tidy-line.ts';

/** The parts of 批次设置 that a problem belongs to. */
export type DesignPart = 'rubric' | 'tracks' | 'policy';

/**
 * Something to look at before saving. `fault`: cannot be saved so; `advice`: can be, but is unusual.
 * `kind` is a text key below `round.problems`; `itemId` names the category, criterion, gate or track.
 */
export type DesignProblem = {
  readonly kind: DesignProblemKind;
  readonly severity: 'fault' | 'advice';
  readonly part: DesignPart;
  readonly rubricId: string | null;
  readonly itemId: string | null;
  readonly detail: FailureDetail;
};

export type DesignProblemKind =
  | 'nameMissing'
  | 'categoryEmpty'
  | 'stepUneven'
  | 'anchorOutside'
  | 'sumUnusual'
  | 'quotaMismatch'
  | 'quotaMissing'
  | 'trimLeavesNone'
  | 'weightUnknown'
  | 'weightsEmpty'
  | 'tieUnknown'
  | 'bandsFall'
  | 'bandName'
  | 'bandUnknown';

/** Everything that keeps a design from being saved, and what is unusual about it, in the order of the pages. */
export function listDesignProblems(design: RoundDesign): DesignProblem[] {
  return [...design.rubrics.flatMap(listRubricProblems), ...listTrackProblems(design), ...listPolicyProblems(design)];
}

function listRubricProblems(rubric: Rubric): DesignProblem[] {
  const at = (kind: DesignProblemKind, itemId: string | null, detail: FailureDetail = {}): DesignProblem => ({
    kind,
    severity: kind === 'sumUnusual' ? 'advice' : 'fault',
    part: 'rubric',
    rubricId: rubric.id,
    itemId,
    detail: { rubric: rubric.name, ...detail },
  });
  const named = [...rubric.categories, ...rubric.categories.flatMap(({ criteria }) => criteria), ...rubric.gates];
  const sum = rubricMaximum(rubric);
  return [
    ...(tidyLine(rubric.name) === '' ? [at('nameMissing', null)] : []),
    ...named.filter(({ name }) => tidyLine(name) === '').map(({ id }) => at('nameMissing', id)),
    ...rubric.categories
      .filter(({ criteria }) => criteria.length === 0)
      .map(({ id, name }) => at('categoryEmpty', id, { category: name })),
    ...rubric.categories
      .flatMap(({ criteria }) => criteria)
      .flatMap((criterion) => listCriterionProblems(criterion, at)),
    ...(sum === 10_000 ? [] : [at('sumUnusual', null, { sum: formatPoints(sum) })]),
  ];
}

function listCriterionProblems(
  { id, name, max, step, anchors }: Criterion,
  at: (kind: DesignProblemKind, itemId: string, detail: FailureDetail) => DesignProblem,
): DesignProblem[] {
  const uneven = max % step !== 0;
  const outside = anchors.some(({ label, from, to }) => tidyLine(label) === '' || from > to || to > max);
  return [
    ...(uneven ? [at('stepUneven', id, { criterion: name, max: formatPoints(max), step: formatPoints(step) })] : []),
    ...(outside ? [at('anchorOutside', id, { criterion: name, max: formatPoints(max) })] : []),
  ];
}

function listTrackProblems({ tracks, policy }: RoundDesign): DesignProblem[] {
  const at = (kind: DesignProblemKind, itemId: string | null, detail: FailureDetail = {}): DesignProblem => ({
    kind,
    severity: kind === 'quotaMissing' ? 'advice' : 'fault',
    part: 'tracks',
    rubricId: null,
    itemId,
    detail,
  });
  const names = tracks.filter(({ name }) => tidyLine(name) === '').map(({ id }) => at('nameMissing', id));
  if (policy.selection === null) return names;
  const sum = sumQuotas(tracks);
  const total = policy.selection.quota;
  const differ = total !== null && total !== (sum ?? 0);
  return [
    ...names,
    ...(differ ? [at('quotaMismatch', null, { total, sum: sum ?? 0 })] : []),
    ...tracks.filter(({ quota }) => quota === null).map(({ id, name }) => at('quotaMissing', id, { track: name })),
  ];
}

function listPolicyProblems({ policy, rubrics, tracks }: RoundDesign): DesignProblem[] {
  const { trim, trimUnit, evaluation } = policy;
  const at = (kind: DesignProblemKind, detail: FailureDetail = {}): DesignProblem => ({
    kind,
    severity: 'fault',
    part: 'policy',
    rubricId: null,
    itemId: null,
    detail,
  });
  const trimmed = trim.high + trim.low;
  const none = trimUnit === 'sheets' && trimmed > 0 && trimmed >= trim.from;
  const checked = checkWeights(policy, { tracks, rubrics });
  const ties = checkTies(policy, { tracks, rubrics });
  const problems = [
    ...(none ? [at('trimLeavesNone', { high: trim.high, low: trim.low, from: trim.from })] : []),
    ...(checked?.code === 'ranking.policy-weight-unknown' ? [at('weightUnknown', checked.detail)] : []),
    ...(checked?.code === 'ranking.policy-weights' ? [at('weightsEmpty')] : []),
    ...(ties?.code === 'ranking.policy-tie-unknown' ? [at('tieUnknown', ties.detail)] : []),
  ];
  if (evaluation === null) return problems;
  const { bands, vetoBand, coreItemCap } = evaluation;
  const names = bands.map(({ name }) => tidyLine(name));
  const falls =
    bands.every(({ from }, index) => from < (bands[index - 1]?.from ?? Infinity)) && bands.at(-1)?.from === 0;
  const unknown = [vetoBand, coreItemCap].filter((band) => !names.includes(tidyLine(band)));
  return [
    ...problems,
    ...(falls ? [] : [at('bandsFall')]),
    ...(names.includes('') || new Set(names).size < names.length ? [at('bandName')] : []),
    ...[...new Set(unknown)].map((band) => at('bandUnknown', { band })),
  ];
}

/** Sum of the tracks' quotas; null when no track has one. */
export function sumQuotas(tracks: readonly Track[]): number | null {
  const quotas = tracks.flatMap(({ quota }) => (quota === null ? [] : [quota]));
  return quotas.length === 0 ? null : quotas.reduce((sum, quota) => sum + quota, 0);
}
