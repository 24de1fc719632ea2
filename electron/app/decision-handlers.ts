import { ok } from '#shared/base/result.ts';
import type { decisionCalls } from '#shared/ipc/decision-calls.ts';
import { listDecisions } from '../decisions/list-decisions.ts';
import { getLockState } from '../decisions/lock-state.ts';
import { lockRound, reopenRound } from '../decisions/lock-round.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { tryRules } from '../decisions/try-rules.ts';
import { actOn } from './at-desk.ts';
import type { HandlersOf } from './calls.ts';
import type { Host } from './host.ts';

/** Calls about decisions, trials and locking. */
export function makeDecisionHandlers({ desk }: Host): HandlersOf<typeof decisionCalls> {
  const atDesk = actOn(desk);
  return {
    listDecisions: atDesk(listDecisions),
    recordDecision: atDesk(recordDecision),
    tryRules: atDesk((workspace, { roundId, ...change }) => {
      const trial = tryRules(workspace, roundId, change);
      if (!trial.ok) return trial;
      const { hashes, moves, policy } = trial.value;
      return ok({ moves, policy, ...hashes });
    }),
    getLockState: atDesk(getLockState),
    lockRound: atDesk(lockRound),
    reopenRound: atDesk(reopenRound),
  };
}
