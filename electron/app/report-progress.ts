import type { CallName } from '#shared/ipc/contract.ts';
import type { Progress } from '../base/progress.ts';
import { throttleProgress } from './events.ts';
import type { Host } from './host.ts';

/** Tells the window how far a long call is. */
export function reportProgress({ tell, entropy }: Pick<Host, 'tell' | 'entropy'>, what: CallName): Progress {
  const report = throttleProgress((progress) => tell('progress', progress), entropy.now);
  return (done, total, item) => report({ what, done, total, item });
}

/** Before this (milliseconds) nothing is told: a bar that comes and goes at once only unsettles. */
export const patience = 400;

/** Progress of what is mostly done at once. @param now clock in milliseconds */
export function laterProgress(progress: Progress, now: () => number): Progress {
  const started = now();
  return (done, total, item) => {
    if (now() - started >= patience) progress(done, total, item);
  };
}
