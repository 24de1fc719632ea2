import { fail, type Result } from '#shared/base/result.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the only way out of the window. */
    readonly mtx: Bridge;
  }
}

/** Every call of the contract as a function: `bridge.saveRound(input)`. */
export type Calls = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
};

/**
 * Turns `call(name, input)` into one function per name, without loading the contract's schemas into the window. A call that
 * breaks (the main process is gone) is a refusal like any other, so that no caller has to expect two kinds of failure.
 */
export function makeCalls(call: Bridge['call']): Calls {
  const make =
    <Name extends CallName>(name: Name) =>
    async (input: CallInput<Name>): Promise<Result<CallOutput<Name>>> => {
      try {
        return await call(name, input);
      } catch {
        return fail('ipc.unexpected', { call: name });
      }
    };
  // A proxy has no members of its own; TypeScript cannot see that it answers to every name of the contract.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return new Proxy({} as Calls, { get: (_, name: CallName) => make(name) });
}

/** The main process, as this window sees it. */
export const bridge: Calls = makeCalls((name, input) => window.mtx.call(name, input));

/** Listens to an event of the main process; returns the way to stop. */
export const onEvent: Bridge['on'] = (event, listener) => window.mtx.on(event, listener);

/** Turns dropped files into grants. */
export const grantFiles: Bridge['grantFiles'] = (files) => window.mtx.grantFiles(files);
