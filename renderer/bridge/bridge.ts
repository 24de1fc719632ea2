import type { Result } from '#shared/base/result.ts';
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

/** Turns `call(name, input)` into one function per name, without loading the contract's schemas into the window. */
export function makeCalls(call: Bridge['call']): Calls {
  // A proxy has no members of its own; TypeScript cannot see that it answers to every name of the contract.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return new Proxy({} as Calls, {
    get:
      (_, name: CallName) =>
      <Name extends CallName>(input: CallInput<Name>) =>
        call(name, input),
  });
}

/** The main process, as this window sees it. */
export const bridge: Calls = makeCalls((name, input) => window.mtx.call(name, input));

/** Listens to an event of the main process; returns the way to stop. */
export const onEvent: Bridge['on'] = (event, listener) => window.mtx.on(event, listener);

/** Turns dropped files into grants. */
export const grantFiles: Bridge['grantFiles'] = (files) => window.mtx.grantFiles(files);
