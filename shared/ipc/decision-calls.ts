import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { textSchema } from '../base/text.ts';
import { decisionSchema, quotasSchema, type RecordedDecision } from '../decisions/decision.ts';
import { policySchema } from '../round/policy.ts';
import { call } from './call.ts';
import type { LockStateView, TrialView } from './decision-views.ts';

const roundInput = z.strictObject({ roundId: idSchema });
const noteSchema = textSchema(5000);

/** 决定、试算与定稿: what people decide about a ranking, and what they try before. */
export const decisionCalls = {
  listDecisions: call<readonly RecordedDecision[]>()(roundInput),
  /** Admins only; between issuing and locking. */
  recordDecision: call<RecordedDecision>()(z.strictObject({ roundId: idSchema, decision: decisionSchema })),
  /** A second ranking under other rules; nothing is recorded. */
  tryRules: call<TrialView>()(
    z.strictObject({
      roundId: idSchema,
      /** Null: the round's own. */
      policy: policySchema.nullable(),
      quotas: quotasSchema,
      voidExperts: z.array(idSchema).max(1000),
    }),
  ),
  getLockState: call<LockStateView>()(roundInput),
  lockRound: call<LockStateView>()(
    z.strictObject({ roundId: idSchema, note: noteSchema, acceptOutstanding: z.boolean() }),
  ),
  reopenRound: call<LockStateView>()(z.strictObject({ roundId: idSchema, note: noteSchema })),
};
