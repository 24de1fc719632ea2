import { ok, type Result } from '#shared/base/result.ts';
import type { AssignmentView, CandidateView, ExpertView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';

/** What the page of experts and assignment is about. */
export type Panel = {
  readonly experts: readonly ExpertView[];
  readonly candidates: readonly CandidateView[];
  readonly assignment: AssignmentView;
};

/** Reads experts, candidates and assignment of a round; the first refusal counts. */
export async function loadPanel(roundId: string): Promise<Result<Panel>> {
  const [experts, candidates, assignment] = await Promise.all([
    bridge.listExperts({ roundId }),
    bridge.listCandidates({ roundId }),
    bridge.getAssignment({ roundId }),
  ]);
  if (!experts.ok) return experts;
  if (!candidates.ok) return candidates;
  if (!assignment.ok) return assignment;
  return ok({ experts: experts.value, candidates: candidates.value, assignment: assignment.value });
}
