import { fail, ok, type Result } from '#shared/base/result.ts';
import { roundDesignSchema, type RoundDesign } from '#shared/round/round.ts';
import type { RoundCode } from '#shared/round/sentences.ts';

/** A design that keeps its schema and whose total quota is the sum of its tracks' quotas (ruling 17). */
export function checkDesign(design: unknown): Result<RoundDesign, RoundCode> {
  const parsed = roundDesignSchema.safeParse(design);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const problem = issue === undefined ? '?' : `${issue.path.join('.')}: ${issue.message}`;
    return fail('round.design-invalid', { problem });
  }
  return checkQuota(parsed.data);
}

function checkQuota(design: RoundDesign): Result<RoundDesign, RoundCode> {
  const total = design.policy.selection?.quota ?? null;
  if (total === null) return ok(design);
  const sum = design.tracks.reduce((seats, { quota }) => seats + (quota ?? 0), 0);
  return sum === total ? ok(design) : fail('round.quota-mismatch', { total, sum });
}
