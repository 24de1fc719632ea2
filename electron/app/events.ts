import type { AppEventName, AppEvents } from '#shared/ipc/contract.ts';

/** Tells the window something unasked. */
export type Tell = <Name extends AppEventName>(event: Name, data: AppEvents[Name]) => void;

type Progress = AppEvents['progress'];

/** Steps of progress closer together than this (milliseconds) are left out; nobody could read them. */
const shortestPause = 100;

/**
 * Tells progress at a readable pace: the first step, then at most ten a second, and always the last one.
 * @param now clock in milliseconds
 */
export function throttleProgress(tell: (progress: Progress) => void, now: () => number): (progress: Progress) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const time = now();
    if (progress.done < progress.total && time - toldAt < shortestPause) return;
    toldAt = time;
    tell(progress);
  };
}
