import { at, intAt } from '../base/at.ts';
import { noPoints, shapesOf, stridesOf, sumCategories, voidWhere, type SheetShape } from '../ranking/sheet-columns.ts';
import { scaleOf } from '../ranking/weigh.ts';
import { listCriteria, type Rubric } from '../round/rubric.ts';
import type { ColumnInput, RankingInput, SheetColumns } from '../ranking/ranking.ts';

/** The round without one expert's sheets: they are void. */
export function withoutExpert(input: ColumnInput, expertId: string): ColumnInput {
  const { sheets } = input;
  const left = sheets.expertIds.indexOf(expertId);
  return { ...input, sheets: voidWhere(sheets, (place) => sheets.experts[place] === left) };
}

/**
 * The round as if a criterion were not part of a rubric. Thresholds in points (lowest score for a seat, bands) shrink with
 * the rubric's maximum, rounded to hundredths; tie links that name what is gone are left out.
 * Only tracks that use the rubric may be read from the ranking of it. Null when no criterion would be left.
 */
export function withoutCriterion(input: ColumnInput, rubricId: string, criterionId: string): ColumnInput | null {
  const rubric = input.rubrics.find(({ id }) => id === rubricId);
  if (rubric === undefined) return null;
  const categories = rubric.categories
    .map((category) => ({ ...category, criteria: category.criteria.filter(({ id }) => id !== criterionId) }))
    .filter(({ criteria }) => criteria.length > 0);
  if (categories.length === 0) return null;
  const coreCategory = categories.some(({ id }) => id === rubric.coreCategory) ? rubric.coreCategory : null;
  const reduced = { ...rubric, categories };
  const share = maximumOf(reduced, input) / maximumOf(rubric, input);
  if (share === 0) return null;
  const rubrics = input.rubrics.map((each) => (each === rubric ? { ...reduced, coreCategory } : each));
  return {
    ...input,
    rubrics,
    policy: shrinkPolicy(input.policy, rubrics, criterionId, share),
    sheets: dropPoints(input, rubrics, rubricId, criterionId),
  };
}

/** Most points of a sheet under the category weights. */
function maximumOf(rubric: Rubric, { policy }: ColumnInput): number {
  const { maximum, perPoint } = scaleOf(rubric, policy.weights);
  return maximum / perPoint;
}

function shrinkPolicy(
  policy: RankingInput['policy'],
  rubrics: readonly Rubric[],
  criterionId: string,
  share: number,
): RankingInput['policy'] {
  const { selection, evaluation } = policy;
  const categories = new Set(rubrics.flatMap((rubric) => rubric.categories.map(({ id }) => id)));
  const shrink = (points: number): number => Math.round(points * share);
  return {
    ...policy,
    weights: policy.weights.filter(({ category }) => categories.has(category)),
    tieChain: policy.tieChain.flatMap((link) => {
      if (link.by === 'category' && link.category !== null) return categories.has(link.category) ? [link] : [];
      if (link.by !== 'criteria' || link.criteria === null) return [link];
      const criteria = link.criteria.filter((id) => id !== criterionId);
      return criteria.length === 0 ? [] : [{ ...link, criteria }];
    }),
    selection:
      selection === null || selection.minimumScore === null
        ? selection
        : { ...selection, minimumScore: shrink(selection.minimumScore) },
    evaluation:
      evaluation === null
        ? null
        : { ...evaluation, bands: evaluation.bands.map((band) => ({ ...band, from: shrink(band.from) })) },
  };
}

/** Closes the gap that the criterion leaves in the points of the tracks concerned. */
function dropPoints(
  input: ColumnInput,
  reduced: readonly Rubric[],
  rubricId: string,
  criterionId: string,
): SheetColumns {
  const { tracks, rubrics, candidates, sheets } = input;
  const rubric = rubrics.find(({ id }) => id === rubricId);
  const gap = rubric === undefined ? -1 : listCriteria(rubric).findIndex(({ id }) => id === criterionId);
  const trackOf = (sheet: number): number => intAt(candidates.tracks, intAt(sheets.candidates, sheet));
  const { stride } = sheets.details;
  const points = sheets.details.points.slice();
  for (let sheet = 0; sheet < sheets.count; sheet += 1) {
    if (tracks[trackOf(sheet)]?.rubricId !== rubricId) continue;
    const end = (sheet + 1) * stride;
    points.copyWithin(sheet * stride + gap, sheet * stride + gap + 1, end);
    points[end - 1] = noPoints;
  }
  const shapes = shapesOf({ tracks, rubrics: reduced });
  const findShape = (sheet: number): SheetShape => at(shapes, trackOf(sheet));
  const details = { ...sheets.details, points };
  return { ...sheets, details, ...sumCategories(details, findShape, sheets.count, stridesOf(shapes).categories) };
}
