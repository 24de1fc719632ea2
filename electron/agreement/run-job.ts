import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { AgreementCode } from '#shared/agreement/sentences.ts';
import type { Progress } from '../base/progress.ts';
import type { AnalysisJob, AnalysisMessage } from './analysis-job.ts';

/** Where the worker's script lies, and how a job is watched and stopped. */
export type AnalysisTools = {
  readonly worker: string | URL;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/**
 * Does a job in a thread of its own, so that neither the window nor the main process waits.
 * @returns its answer; `agreement.cancelled` when the signal stopped it, `agreement.broke-off` when the thread died
 */
export function runJob(
  job: AnalysisJob,
  { worker: script, progress, signal }: AnalysisTools,
): Promise<Result<AnalysisMessage, AgreementCode>> {
  if (signal.aborted) return Promise.resolve(fail('agreement.cancelled'));
  return new Promise((resolve) => {
    const worker = new Worker(script);
    const stop = (): void => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    const settle = (result: Result<AnalysisMessage, AgreementCode>): void => {
      signal.removeEventListener('abort', stop);
      resolve(result);
    };
    worker.on('message', (message: AnalysisMessage) => {
      if (message.kind === 'step') progress(message.done, message.total, '');
      else settle(ok(message));
    });
    // What died says so on exit as well; the first settlement counts.
    worker.on('error', () => settle(fail('agreement.broke-off')));
    worker.on('exit', () => settle(fail(signal.aborted ? 'agreement.cancelled' : 'agreement.broke-off')));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job);
  });
}
