import type { CallName } from '#shared/ipc/contract.ts';
import type { Progress } from '../base/progress.ts';
import { throttleProgress } from './events.ts';
import type { Host } from './host.ts';

/** Tells the window how far a long call is. */
export function reportProgress({ tell, entropy }: Pick<Host, 'tell' | 'entropy'>, what: CallName): Progress {
  const report = throttleProgress((progress) => tell('progress', progress), entropy.now);
  return (done, total, item) => report({ what, done, total, item });
}
