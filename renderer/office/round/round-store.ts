import { create } from 'zustand';
import type { Result } from '#shared/base/result.ts';
import type { RoundView } from '#shared/ipc/office-views.ts';
import type { Round, RoundDesign } from '#shared/round/round.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { bridge } from '../../bridge/bridge.ts';
import { tidyLine } from '../tidy-line.ts';
import { editRubric, tidyDesign } from './design-edits.ts';

/** A round's set-up as it is being edited. It outlives the page, so that a look at another page costs nothing. */
export type RoundDraft = {
  readonly roundId: string;
  readonly title: string;
  readonly deadline: string | null;
  readonly design: RoundDesign;
};

type RoundStore = { readonly draft: RoundDraft | null };

export const useRoundDraft = create<RoundStore>(() => ({ draft: null }));

/** The draft that says what the round says. */
export function draftOf({ id, title, deadline, design }: Round): RoundDraft {
  return { roundId: id, title, deadline, design };
}

/** The draft of a round: the one begun earlier, else the round as it is stored. */
export function chooseDraft(draft: RoundDraft | null, round: Round): RoundDraft {
  return draft !== null && draft.roundId === round.id && round.status === 'draft' ? draft : draftOf(round);
}

/** Whether saving would change the round. */
export function isChanged(draft: RoundDraft, round: Round): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftOf(round));
}

/** Replaces the draft. */
export function putDraft(draft: RoundDraft | null): void {
  useRoundDraft.setState({ draft });
}

/** What editing parts of the page call: they get the draft's design and change it. */
export type DesignEditor = {
  readonly design: RoundDesign;
  readonly frozen: boolean;
  readonly edit: (design: RoundDesign) => void;
  readonly editRubric: (rubricId: string, edit: (rubric: Rubric) => Rubric) => void;
};

/** The editor of a draft. */
export function makeEditor(draft: RoundDraft, frozen: boolean): DesignEditor {
  const edit = (design: RoundDesign): void => putDraft({ ...draft, design });
  return {
    design: draft.design,
    frozen,
    edit,
    editRubric: (rubricId, change) => edit(editRubric(draft.design, rubricId, change)),
  };
}

/** Saves a draft as tidied; afterwards the stored round is the draft. */
export async function saveDraft({ roundId, title, deadline, design }: RoundDraft): Promise<Result<RoundView>> {
  const result = await bridge.saveRound({ roundId, title: tidyLine(title), deadline, design: tidyDesign(design) });
  if (result.ok) putDraft(null);
  return result;
}
