import { createStore, type StoreApi } from 'zustand';
import type { Failure } from '#shared/base/result.ts';
import { formatTime } from '#shared/base/ids.ts';
import type { TaskView } from '#shared/ipc/expert-views.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import type { SheetChange } from '#shared/scoring/change-sheet.ts';
import type { Calls } from '../bridge/bridge.ts';
import { addChange, confirmChange, rejectChange, startDraft, type SheetDraft } from './sheet-draft.ts';
import { closeStep, emptyHistory, remember, stepBack, stepForward, type History, type Step } from './sheet-history.ts';

/** What the desk asks of the main process. */
export type DeskCalls = Pick<Calls, 'editSheet' | 'starCandidate' | 'getTask'>;

/** A field that is to get the focus; `turn` rises, so that the same field can be asked for twice. */
export type FieldRequest = { readonly field: string; readonly turn: number };

/** One task on the desk. */
export type DeskState = {
  readonly view: TaskView;
  readonly drafts: Readonly<Record<string, SheetDraft>>;
  readonly starred: ReadonlySet<string>;
  /** The candidate on the desk. */
  readonly candidateId: string;
  readonly request: FieldRequest | null;
  readonly history: History;
  /** Changes that are not on the disk yet. */
  readonly unsaved: number;
  /** When the last change reached the disk (RFC 3339), in this sitting. */
  readonly savedAt: string | null;
};

type DeskParts = {
  readonly calls: DeskCalls;
  readonly view: TaskView;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onFailure: (failure: Failure) => void;
};

/** The rubric by which a candidate is scored: that of its track. */
export function rubricOf(view: Pick<TaskView, 'candidates' | 'tracks' | 'rubrics'>, candidateId: string): Rubric {
  const candidate = view.candidates.find(({ id }) => id === candidateId);
  const track = view.tracks.find(({ id }) => id === candidate?.trackId);
  const rubric = view.rubrics.find(({ id }) => id === track?.rubricId);
  if (rubric === undefined) throw new Error(`no rubric for candidate ${candidateId}`);
  return rubric;
}

function startState(view: TaskView): DeskState {
  return {
    view,
    drafts: Object.fromEntries(view.candidates.map(({ id }) => [id, startDraft(view.sheets[id])])),
    starred: new Set(view.starred),
    candidateId: view.candidates[0]?.id ?? '',
    request: null,
    history: emptyHistory,
    unsaved: 0,
    savedAt: null,
  };
}

/** One task on the desk: its state, and everything that can be done at it. */
export class Desk {
  readonly store: StoreApi<DeskState>;
  readonly taskId: string;
  readonly #parts: DeskParts;
  readonly #rubrics: ReadonlyMap<string, Rubric>;
  #lastId = 0;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.taskId = parts.view.summary.id;
    this.#rubrics = new Map(parts.view.candidates.map(({ id }) => [id, rubricOf(parts.view, id)]));
    this.store = createStore<DeskState>(() => startState(parts.view));
  }

  /** The rubric of a candidate of this task. */
  rubric(candidateId: string): Rubric {
    return this.#rubrics.get(candidateId) ?? rubricOf(this.#parts.view, candidateId);
  }

  /** Shows a change at once and stores it; when it is refused, says so and takes it back. */
  editSheet(candidateId: string, change: SheetChange): Promise<void> {
    const before = this.#draft(candidateId).shown;
    this.store.setState(({ history }) => ({ history: remember(history, { candidateId, before, change }) }));
    return this.#saveChange(candidateId, change);
  }

  /** The field was left: further changes of it are another step for undo. */
  closeStep(): void {
    this.store.setState(({ history }) => ({ history: closeStep(history) }));
  }

  /** Takes the last step back, and lays its candidate on the desk. */
  undo(): Promise<void> {
    const back = stepBack(this.store.getState().history);
    return back === null ? Promise.resolve() : this.#walk(back.step, back.step.undo, back.history);
  }

  /** Does the step again that was taken back last. */
  redo(): Promise<void> {
    const forward = stepForward(this.store.getState().history);
    return forward === null ? Promise.resolve() : this.#walk(forward.step, forward.step.redo, forward.history);
  }

  /** Marks a candidate ☆ 待定, for the expert himself. */
  async starCandidate(candidateId: string, starred: boolean): Promise<void> {
    this.#putStar(candidateId, starred);
    const result = await this.#parts.calls.starCandidate({ taskId: this.taskId, candidateId, starred });
    if (result.ok) return;
    this.#putStar(candidateId, !starred);
    this.#parts.onFailure(result.error);
  }

  /** Lays a candidate on the desk, and asks for the focus on one of its fields. */
  goTo(candidateId: string, field?: string): void {
    this.closeStep();
    this.store.setState(({ request }) => ({
      candidateId,
      request: field === undefined ? null : { field, turn: (request?.turn ?? 0) + 1 },
    }));
  }

  /** Text that waits a moment before it is stored counts as unsaved: +1 when typing starts, −1 when it is handed over. */
  countUnsaved(by: 1 | -1): void {
    this.store.setState(({ unsaved }) => ({ unsaved: unsaved + by }));
  }

  /** Reads the task again, after a submission. */
  async reload(): Promise<void> {
    const result = await this.#parts.calls.getTask({ taskId: this.taskId });
    if (result.ok) this.store.setState({ view: result.value });
    else this.#parts.onFailure(result.error);
  }

  #draft(candidateId: string): SheetDraft {
    return this.store.getState().drafts[candidateId] ?? startDraft(undefined);
  }

  #putDraft(candidateId: string, draft: SheetDraft): void {
    this.store.setState(({ drafts }) => ({ drafts: { ...drafts, [candidateId]: draft } }));
  }

  #putStar(candidateId: string, starred: boolean): void {
    this.store.setState((state) => {
      const others = [...state.starred].filter((id) => id !== candidateId);
      return { starred: new Set(starred ? [...others, candidateId] : others) };
    });
  }

  async #walk(step: Step, changes: readonly SheetChange[], history: History): Promise<void> {
    this.store.setState({ history, candidateId: step.candidateId });
    await Promise.all(changes.map((change) => this.#saveChange(step.candidateId, change)));
  }

  async #saveChange(candidateId: string, change: SheetChange): Promise<void> {
    const { calls, now, onFailure } = this.#parts;
    const rubric = this.rubric(candidateId);
    this.#lastId += 1;
    const id = this.#lastId;
    const added = addChange(this.#draft(candidateId), { id, change, at: formatTime(now()) }, { rubric, candidateId });
    if (!added.ok) return onFailure(added.error);
    this.#putDraft(candidateId, added.value);
    this.countUnsaved(1);
    const result = await calls.editSheet({ taskId: this.taskId, candidateId, change });
    this.countUnsaved(-1);
    if (!result.ok) {
      this.#putDraft(candidateId, rejectChange(this.#draft(candidateId), id, rubric, candidateId));
      return onFailure(result.error);
    }
    const { sheet, savedAt } = result.value;
    this.#putDraft(candidateId, confirmChange(this.#draft(candidateId), id, sheet, rubric));
    this.store.setState({ savedAt });
  }
}
