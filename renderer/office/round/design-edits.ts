import { cleanText } from '#shared/base/text.ts';
import { defaultEvaluationPolicy, defaultSelectionPolicy, type Policy } from '#shared/round/policy.ts';
import type { RoundDesign, Track } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { sumQuotas } from '../design-problems.ts';
import { tidyLine } from '../tidy-line.ts';
import { editItem, makeSlug, moveItem, removeItem } from './rubric-edits.ts';

/** The design with one rubric changed. */
export function editRubric(design: RoundDesign, id: string, edit: (rubric: Rubric) => Rubric): RoundDesign {
  return { ...design, rubrics: design.rubrics.map((rubric) => (rubric.id === id ? edit(rubric) : rubric)) };
}

/** Adds a copy of a rubric under another name, for a track that is judged otherwise. */
export function copyRubric(design: RoundDesign, id: string, name: string): RoundDesign {
  const source = design.rubrics.find((rubric) => rubric.id === id);
  if (source === undefined) return design;
  const copy = {
    ...source,
    id: makeSlug(
      'rubric',
      design.rubrics.map((rubric) => rubric.id),
    ),
    name,
  };
  return { ...design, rubrics: [...design.rubrics, copy] };
}

/** Removes a rubric that no track uses; one that is used, or the last, stays. */
export function removeRubric(design: RoundDesign, id: string): RoundDesign {
  if (design.rubrics.length === 1 || design.tracks.some((track) => track.rubricId === id)) return design;
  return { ...design, rubrics: removeItem(design.rubrics, id) };
}

/** Adds a track that uses the first rubric. */
export function addTrack(design: RoundDesign, name: string): RoundDesign {
  const rubricId = design.rubrics[0]?.id;
  if (rubricId === undefined) return design;
  const id = makeSlug(
    'track',
    design.tracks.map((track) => track.id),
  );
  return withTracks(design, [...design.tracks, { id, name, rubricId, quota: null }]);
}

export function editTrack(design: RoundDesign, id: string, change: Partial<Omit<Track, 'id'>>): RoundDesign {
  return withTracks(design, editItem(design.tracks, id, change));
}

/** Removes a track; the last one stays. */
export function removeTrack(design: RoundDesign, id: string): RoundDesign {
  return design.tracks.length === 1 ? design : withTracks(design, removeItem(design.tracks, id));
}

export function moveTrack(design: RoundDesign, id: string, by: -1 | 1): RoundDesign {
  return { ...design, tracks: moveItem(design.tracks, id, by) };
}

export function editPolicy(design: RoundDesign, change: Partial<Policy>): RoundDesign {
  return { ...design, policy: { ...design.policy, ...change } };
}

/** What a round ends in: a quota and a reserve list, grade bands, or a ranked list only. */
export type Outcome = 'selection' | 'evaluation' | 'ranking';

export function findOutcome({ selection, evaluation }: Policy): Outcome {
  if (evaluation !== null) return 'evaluation';
  return selection !== null ? 'selection' : 'ranking';
}

/** Switches the outcome; the new one starts from its default rule, normalisation is dropped for bands (ruling 15). */
export function switchOutcome(policy: Policy, outcome: Outcome): Policy {
  const selection = policy.selection ?? defaultSelectionPolicy.selection;
  const evaluation = policy.evaluation ?? defaultEvaluationPolicy.evaluation;
  if (outcome === 'selection') return { ...policy, selection, evaluation: null };
  if (outcome === 'ranking') return { ...policy, selection: null, evaluation: null };
  return { ...policy, selection: null, evaluation, normalisation: 'none' };
}

/** With a single track the total is its quota, so nobody has to type it twice. */
function withTracks(design: RoundDesign, tracks: Track[]): RoundDesign {
  const { selection } = design.policy;
  if (selection === null || tracks.length !== 1) return { ...design, tracks };
  const policy = { ...design.policy, selection: { ...selection, quota: sumQuotas(tracks) } };
  return { ...design, tracks, policy };
}

/** The design as it is saved: names without stray blanks, text as packages carry it. */
export function tidyDesign(design: RoundDesign): RoundDesign {
  return {
    ...design,
    rubrics: design.rubrics.map(tidyRubric),
    tracks: design.tracks.map((track) => ({ ...track, name: tidyLine(track.name) })),
    eligibility: { ...design.eligibility, conditions: design.eligibility.conditions.map(tidyLine).filter(Boolean) },
    instructions: cleanText(design.instructions).trim(),
  };
}

function tidyRubric(rubric: Rubric): Rubric {
  return {
    ...rubric,
    name: tidyLine(rubric.name),
    categories: rubric.categories.map((category) => ({
      ...category,
      name: tidyLine(category.name),
      criteria: category.criteria.map((criterion) => ({
        ...criterion,
        name: tidyLine(criterion.name),
        guidance: cleanText(criterion.guidance).trim(),
        anchors: criterion.anchors.map((anchor) => ({ ...anchor, label: tidyLine(anchor.label) })),
      })),
    })),
    gates: rubric.gates.map((gate) => ({
      ...gate,
      name: tidyLine(gate.name),
      guidance: cleanText(gate.guidance).trim(),
    })),
  };
}
