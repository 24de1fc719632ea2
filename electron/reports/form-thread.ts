import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#shared/base/result.ts';
import type { Progress } from '../base/progress.ts';
import type { ExportedForm } from './export-form.ts';
import type { FormsSource, FormWish } from './forms-source.ts';
import type { FormMaker } from './open-forms.ts';

/** What the thread is told, and what it tells. */
export type ThreadOrder =
  | { readonly kind: 'open'; readonly source: FormsSource }
  | { readonly kind: 'make'; readonly wish: FormWish };
export type ThreadMessage =
  | { readonly kind: 'step'; readonly done: number; readonly total: number }
  | { readonly kind: 'made'; readonly result: Result<ExportedForm> };

/** Where the thread's script lies, how it is watched, and the signal that ends it. */
export type ThreadTools = {
  readonly script: string | URL;
  readonly progress: Progress;
  readonly signal: AbortSignal;
};

/**
 * Makes forms one after the other in a thread of its own: a thousand score sheets take seconds, in which neither the window nor
 * the main process may wait. The signal ends the thread, also once everything is made.
 */
export function makeInThread(tools: ThreadTools): FormMaker {
  return (source) => {
    let worker: Worker | null = null;
    return (wish) => {
      if (tools.signal.aborted) return Promise.resolve(fail('reports.cancelled'));
      worker ??= startThread(source, tools);
      return order(worker, wish, tools);
    };
  };
}

function startThread(source: FormsSource, { script, signal }: ThreadTools): Worker {
  const worker = new Worker(script);
  signal.addEventListener('abort', () => void worker.terminate(), { once: true });
  // Whoever waits listens too; without a listener of its own the error would end the program.
  worker.on('error', () => undefined);
  send(worker, { kind: 'open', source });
  return worker;
}

function order(worker: Worker, wish: FormWish, { progress, signal }: ThreadTools): Promise<Result<ExportedForm>> {
  return new Promise((resolve) => {
    const settle = (result: Result<ExportedForm>): void => {
      worker.off('message', hear);
      worker.off('exit', end);
      resolve(result);
    };
    const hear = (message: ThreadMessage): void => {
      if (message.kind === 'step') progress(message.done, message.total, '');
      else settle(message.result);
    };
    const end = (): void => settle(fail(signal.aborted ? 'reports.cancelled' : 'reports.broke-off'));
    worker.on('message', hear);
    worker.on('exit', end);
    send(worker, { kind: 'make', wish });
  });
}

function send(worker: Worker, message: ThreadOrder): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(message);
}
