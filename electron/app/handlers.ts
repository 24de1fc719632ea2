import { appCalls } from '#shared/ipc/app-calls.ts';
import { makeAppHandlers } from './app-handlers.ts';
import { answerCalls, catchBugs, lazily, type Answer, type InputsOf } from './calls.ts';
import type { Host } from './host.ts';

/**
 * Answers every call of the contract. The first screen needs the app's own calls only; the schemas and the code of the two
 * sides are loaded when one of their calls comes first.
 */
export function answerContract(host: Host): Answer {
  const app = answerCalls<InputsOf<typeof appCalls>>(appCalls, makeAppHandlers(host), host.log);
  const sides = lazily(async () => (await import('./side-handlers.ts')).answerSides(host));
  const route: Answer = (name, input) => (Object.hasOwn(appCalls, name) ? app : sides)(name, input);
  return catchBugs(route, host.log);
}
