import { ok, type Result } from '#shared/base/result.ts';
import type { officeCalls } from '#shared/ipc/office-calls.ts';
import { assignExperts, getAssignment, setConflict } from '../assignment/assign-experts.ts';
import { listCandidates } from '../candidates/list-candidates.ts';
import { listExperts } from '../experts/list-experts.ts';
import { removeExperts } from '../experts/take-experts.ts';
import { createRound } from '../round/create-round.ts';
import { getRound, listRounds } from '../round/list-rounds.ts';
import { listTemplates } from '../round/templates.ts';
import type { UnlockedWorkspace } from '../workspace/workspace.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';

/** Calls of the office's side: most act on the open workspace. */
export function makeOfficeHandlers(host: Host): HandlersOf<typeof officeCalls> {
  const atDesk =
    <Input, Value>(act: (workspace: UnlockedWorkspace, input: Input) => Result<Value> | Promise<Result<Value>>) =>
    (input: Input): Promise<Result<Value>> =>
      host.desk.atWorkspace((workspace) => act(workspace, input));
  return {
    listTemplates: () => ok(listTemplates()),
    listRounds: atDesk(listRounds),
    getRound: atDesk(getRound),
    listCandidates: atDesk(listCandidates),
    listExperts: atDesk(listExperts),
    removeExperts: atDesk(removeExperts),
    getAssignment: atDesk(getAssignment),
    setConflict: atDesk(setConflict),
    assignExperts: atDesk(assignExperts),
  };
}
