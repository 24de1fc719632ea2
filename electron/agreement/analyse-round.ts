import type { Result } from '#shared/base/result.ts';
import type { TrackAgreement } from '#shared/agreement/agreement.ts';
import type { Robustness } from '#shared/agreement/robustness.ts';
import type { RobustnessOptions } from '#shared/agreement/test-robustness.ts';
import type { RankingInput } from '#shared/ranking/ranking.ts';
import { readAgreementResult, readRobustnessResult } from './analysis-job.ts';
import { runJob, type AnalysisTools } from './run-job.ts';

/** How far experts agree, worked out in a thread of its own. */
export async function getAgreement(input: RankingInput, tools: AnalysisTools): Promise<Result<TrackAgreement[]>> {
  const done = await runJob({ what: 'agreement', input }, tools);
  return done.ok ? readAgreementResult(done.value) : done;
}

/** How sure the ranking is, worked out in a thread of its own. */
export async function getRobustness(
  input: RankingInput,
  options: RobustnessOptions,
  tools: AnalysisTools,
): Promise<Result<Robustness>> {
  const done = await runJob({ what: 'robustness', input, options }, tools);
  return done.ok ? readRobustnessResult(done.value) : done;
}
