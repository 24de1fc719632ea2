import { fail } from '#shared/base/result.ts';
import type { appCalls } from '#shared/ipc/app-calls.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { expertCalls } from '#shared/ipc/expert-calls.ts';
import { officeCalls } from '#shared/ipc/office-calls.ts';
import { answerCalls, lazily, type Answer, type InputsOf } from './calls.ts';
import type { Host } from './host.ts';

/** Every call of the contract but the app's own; one that belongs to neither side does not compile. */
const sides = { ...officeCalls, ...expertCalls } satisfies Record<Exclude<CallName, keyof typeof appCalls>, unknown>;

/** Answers the calls of the office and of the expert; the code of each is loaded with its first call. */
export function answerSides(host: Host): Answer {
  const office = lazily(async () => {
    const { makeOfficeHandlers } = await import('./office-handlers.ts');
    return answerCalls<InputsOf<typeof officeCalls>>(officeCalls, makeOfficeHandlers(host), host.log);
  });
  const expert = lazily(async () => {
    const { makeExpertHandlers } = await import('./expert-handlers.ts');
    return answerCalls<InputsOf<typeof expertCalls>>(expertCalls, makeExpertHandlers(host), host.log);
  });
  return async (name, input) => {
    if (!Object.hasOwn(sides, name)) return fail('ipc.bad-input', { call: '?' });
    return (Object.hasOwn(officeCalls, name) ? office : expert)(name, input);
  };
}
