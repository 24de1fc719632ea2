import { parentPort } from 'node:worker_threads';
import type { FormsSource } from './forms-source.ts';
import type { ThreadMessage, ThreadOrder } from './form-thread.ts';
import { makeForm } from './make-form.ts';

// The thread's own script: it gets what forms are made from, then makes one after the other until it is ended.

function tell(message: ThreadMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

let source: FormsSource | null = null;

parentPort?.on('message', (order: ThreadOrder) => {
  if (order.kind === 'open') source = order.source;
  else void make(order);
});

async function make({ wish }: Extract<ThreadOrder, { kind: 'make' }>): Promise<void> {
  if (source === null) throw new Error('a form before its source');
  const result = await makeForm(source, wish, (done, total) => tell({ kind: 'step', done, total }));
  tell({ kind: 'made', result });
}
