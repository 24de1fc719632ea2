import { fail, type Result } from '#shared/base/result.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import { measureAgreement } from '#shared/agreement/measure-agreement.ts';
import type { Robustness } from '#shared/agreement/robustness.ts';
import { testRobustness, type RobustnessOptions, type Step } from '#shared/agreement/test-robustness.ts';
import type { RankingInput } from '#shared/ranking/ranking.ts';

/** Work for the worker: everything it needs travels with it, since the database stays with the main thread. */
export type AnalysisJob =
  | { readonly what: 'agreement'; readonly input: RankingInput }
  | { readonly what: 'robustness'; readonly input: RankingInput; readonly options: RobustnessOptions };

/** What the worker tells. */
export type AnalysisMessage =
  | { readonly kind: 'step'; readonly done: number; readonly total: number }
  | { readonly kind: 'agreement'; readonly result: Result<TrackAgreement[]> }
  | { readonly kind: 'robustness'; readonly result: Result<Robustness> };

/** Does a job; the same in a worker and out of it. */
export function doJob(job: AnalysisJob, step: Step): AnalysisMessage {
  return job.what === 'agreement'
    ? { kind: 'agreement', result: measureAgreement(job.input) }
    : { kind: 'robustness', result: testRobustness(job.input, job.options, step) };
}

/** The result of a job in its kind; a worker that answers anything else has broken off. */
export function readAgreementResult(message: AnalysisMessage): Result<TrackAgreement[]> {
  return message.kind === 'agreement' ? message.result : fail('agreement.broke-off');
}

/** As `readAgreementResult`. */
export function readRobustnessResult(message: AnalysisMessage): Result<Robustness> {
  return message.kind === 'robustness' ? message.result : fail('agreement.broke-off');
}
