import type { Result } from '../base/result.ts';
import type { Grant } from './app-calls.ts';
import type { AppEventName, AppEvents, CallInput, CallName, CallOutput } from './contract.ts';

/** What the preload script puts on `window.mtx`; all that a window can reach. */
export type Bridge = {
  /** Makes a call of the contract; never throws for expected failures. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
  /** Listens to an event; returns the function that stops listening. */
  readonly on: <Name extends AppEventName>(event: Name, listener: (data: AppEvents[Name]) => void) => () => void;
  /** Turns dropped files (DOM `File` objects) into grants; things without a path are left out. */
  readonly grantFiles: (files: readonly unknown[]) => Promise<readonly Grant[]>;
};
