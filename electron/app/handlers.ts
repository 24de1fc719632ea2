import { fail } from '#shared/base/result.ts';
import { appCalls } from '#shared/ipc/app-calls.ts';
import { contract, type CallName } from '#shared/ipc/contract.ts';
import { expertCalls } from '#shared/ipc/expert-calls.ts';
import { officeCalls } from '#shared/ipc/office-calls.ts';
import { makeAppHandlers } from './app-handlers.ts';
import { answerCalls, catchBugs, lazily, type Answer, type InputsOf } from './calls.ts';
import type { Host } from './host.ts';

/**
 * Answers every call of the contract. The first screen needs the app's own calls only; the code of the two sides is
 * loaded when one of their calls comes first.
 */
export function answerContract(host: Host): Answer {
  const groups = {
    app: answerCalls<InputsOf<typeof appCalls>>(appCalls, makeAppHandlers(host), host.log),
    office: lazily(async () => {
      const { makeOfficeHandlers } = await import('./office-handlers.ts');
      return answerCalls<InputsOf<typeof officeCalls>>(officeCalls, makeOfficeHandlers(host), host.log);
    }),
    expert: lazily(async () => {
      const { makeExpertHandlers } = await import('./expert-handlers.ts');
      return answerCalls<InputsOf<typeof expertCalls>>(expertCalls, makeExpertHandlers(host), host.log);
    }),
  };
  const route: Answer = async (name, input) =>
    isCall(name) ? groups[groupOf(name)](name, input) : fail('ipc.bad-input', { call: '?' });
  return catchBugs(route, host.log);
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}

/** Every call of the contract belongs to one group; a call outside of them does not compile. */
function groupOf(name: CallName): 'app' | 'office' | 'expert' {
  if (isIn(appCalls, name)) return 'app';
  return isIn(officeCalls, name) ? 'office' : (name satisfies keyof typeof expertCalls, 'expert');
}

function isIn<Group extends object>(group: Group, name: PropertyKey): name is keyof Group {
  return Object.hasOwn(group, name);
}
