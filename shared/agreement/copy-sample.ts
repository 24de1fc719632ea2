import { scaleOf } from '../ranking/weigh.ts';
import type { Rubric } from '../round/rubric.ts';
import type { Field } from '../ranking/gather.ts';
import type { RankingInput, RankingSheet } from '../ranking/ranking.ts';

/**
 * The round that a sample stands for, with its sheets copied: a second copy of a sheet comes from a second expert who
 * is like the first in everything. What full rankings of a sample are made from.
 */
export function copySample(input: RankingInput, fields: readonly Field[], weights: Uint16Array): RankingInput {
  const sheets: RankingSheet[] = [];
  let place = 0;
  for (const { valid } of fields.flatMap(({ entrants }) => entrants)) {
    for (const { sheet, total } of valid) {
      const copies = weights[place] ?? 0;
      for (let copy = 0; copy < copies; copy += 1) sheets.push(copySheet({ ...sheet, total }, copy));
      place += 1;
    }
  }
  return { ...input, sheets };
}

function copySheet(sheet: RankingSheet, copy: number): RankingSheet {
  return copy === 0 ? sheet : { ...sheet, id: `${sheet.id}+${copy}`, expertId: `${sheet.expertId}+${copy}` };
}

/** The round without one expert's sheets. */
export function withoutExpert(input: RankingInput, expertId: string): RankingInput {
  return { ...input, sheets: input.sheets.filter((sheet) => sheet.expertId !== expertId) };
}

/**
 * The round as if a criterion were not part of a rubric. Thresholds in points (lowest score for a seat, bands) shrink with
 * the rubric's maximum, rounded to hundredths; tie links that name what is gone are left out.
 * Only tracks that use the rubric may be read from the ranking of it. Null when no criterion would be left.
 */
export function withoutCriterion(input: RankingInput, rubricId: string, criterionId: string): RankingInput | null {
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
    sheets: dropPoints(input, rubricId, criterionId),
  };
}

/** Most points of a sheet under the category weights. */
function maximumOf(rubric: Rubric, { policy }: RankingInput): number {
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

function dropPoints(
  { tracks, candidates, sheets }: RankingInput,
  rubricId: string,
  criterionId: string,
): RankingSheet[] {
  const using = new Set(tracks.flatMap((track) => (track.rubricId === rubricId ? [track.id] : [])));
  const affected = new Set(candidates.flatMap(({ id, trackId }) => (using.has(trackId) ? [id] : [])));
  return sheets.map((sheet) => {
    if (!affected.has(sheet.candidateId)) return sheet;
    const { [criterionId]: dropped = 0, ...points } = sheet.points;
    const { total, categories: _, ...rest } = sheet;
    return total === undefined ? { ...rest, points } : { ...rest, points, total: total - dropped };
  });
}
