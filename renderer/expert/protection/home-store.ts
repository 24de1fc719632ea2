import { create } from 'zustand';
import type { Failure, Result } from '#shared/base/result.ts';
import type { HomeView, LockReason } from '#shared/ipc/home-calls.ts';
import { bridge, onEvent } from '../../bridge/bridge.ts';

type HomeStore = {
  /** Null until the main process has answered. */
  readonly home: HomeView | null;
  readonly failure: Failure | null;
  /** Why it was locked last, in this sitting. */
  readonly why: LockReason | null;
  /** The candidate that lay on the desk last, by task; an id and nothing else, so that a lock costs nobody his place. */
  readonly places: Readonly<Record<string, string>>;
};

/** Whether the work on this machine can be read, as the window knows it. */
export const useHome = create<HomeStore>(() => ({ home: null, failure: null, why: null, places: {} }));

/** Puts what a call about the home has answered. */
export function takeHome(result: Result<HomeView>): void {
  useHome.setState(result.ok ? { home: result.value, failure: null } : { failure: result.error });
}

/** Notes which candidate lies on the desk of a task. */
export function keepPlace(taskId: string, candidateId: string): void {
  useHome.setState(({ places }) => ({ places: { ...places, [taskId]: candidateId } }));
}

/** Asks how the home stands. */
export async function loadHome(): Promise<void> {
  takeHome(await bridge.getHome({}));
}

/** Follows the locks that the window did not ask for; gives back what stops it. */
export function followLocks(): () => void {
  return onEvent('homeLocked', ({ why }) => {
    useHome.setState(({ home }) => ({ why, home: home === null ? null : { ...home, state: 'locked' } }));
  });
}
