import type { officeCalls } from '#shared/ipc/office-calls.ts';
import { makeAgreementHandlers } from './agreement-handlers.ts';
import type { HandlersOf } from './calls.ts';
import { makeOfficeCardHandlers } from './card-handlers.ts';
import { makeDecisionHandlers } from './decision-handlers.ts';
import type { Host } from './host.ts';
import { makeReceiptHandlers } from './receipt-handlers.ts';
import { makeMemberHandlers } from './member-handlers.ts';
import { makeReportHandlers } from './report-handlers.ts';
import { makeResultHandlers } from './result-handlers.ts';
import { makeSetUpHandlers } from './set-up-handlers.ts';
import { makeTraceHandlers } from './trace-handlers.ts';
import { makeWorkspaceHandlers } from './workspace-handlers.ts';

/** Calls of the office's side. */
export function makeOfficeHandlers(host: Host): HandlersOf<typeof officeCalls> {
  return {
    ...makeWorkspaceHandlers(host),
    ...makeSetUpHandlers(host),
    ...makeResultHandlers(host),
    ...makeDecisionHandlers(host),
    ...makeOfficeCardHandlers(host),
    ...makeReportHandlers(host),
    ...makeAgreementHandlers(host),
    ...makeReceiptHandlers(host),
    ...makeTraceHandlers(host),
    ...makeMemberHandlers(host),
  };
}
