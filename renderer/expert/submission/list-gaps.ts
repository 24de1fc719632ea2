import type { TaskView } from '#shared/ipc/expert-views.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { listMissing, type Missing } from '#shared/scoring/check-sheet.ts';
import type { Sheet } from '#shared/scoring/sheet.ts';

/** A candidate that is not ready to be handed in, with what it lacks, in the order of the form. */
export type Gap = {
  readonly candidate: TaskView['candidates'][number];
  readonly rubric: Rubric;
  readonly missing: readonly Missing[];
};

type GapsInput = {
  readonly candidates: TaskView['candidates'];
  readonly rubricOf: (candidateId: string) => Rubric;
  readonly sheetOf: (candidateId: string) => Sheet | undefined;
};

/** Everything that stands in the way of a submission; empty when nothing does. */
export function listGaps({ candidates, rubricOf, sheetOf }: GapsInput): readonly Gap[] {
  return candidates.flatMap((candidate) => {
    const rubric = rubricOf(candidate.id);
    const missing = listMissing(rubric, sheetOf(candidate.id));
    return missing.length === 0 ? [] : [{ candidate, rubric, missing }];
  });
}

/** The name of a missing thing as the form shows it; null where the form has a fixed word for it. */
export function nameMissing(rubric: Rubric, missing: Missing): string | null {
  switch (missing.what) {
    case 'points':
      return (
        rubric.categories.flatMap(({ criteria }) => criteria).find(({ id }) => id === missing.criterionId)?.name ?? null
      );
    case 'gate':
      return rubric.gates.find(({ id }) => id === missing.gateId)?.name ?? null;
    case 'reason':
    case 'fraud-comment':
      return null;
  }
}

/** A digest in groups of eight, so that two people can compare it aloud. */
export function groupDigest(digest: string): string {
  return (digest.match(/.{1,8}/g) ?? []).join(' ');
}
