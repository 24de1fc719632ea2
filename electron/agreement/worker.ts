import { parentPort } from 'node:worker_threads';
import { doJob, type AnalysisJob, type AnalysisMessage } from './analysis-job.ts';

// The worker's own script: it gets one job, tells how far it is, answers, and ends.

/** Steps between two messages, so that telling costs nothing beside the work. */
const stride = 20;

function tell(message: AnalysisMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

parentPort?.once('message', (job: AnalysisJob) => {
  tell(
    doJob(job, (done, total) => {
      if (done % stride === 0 || done === total) tell({ kind: 'step', done, total });
    }),
  );
});
