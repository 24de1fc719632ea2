import { checkPolicy } from '#shared/ranking/check-policy.ts';
import { timeSchema } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import { roundDesignSchema, type RoundDesign } from '#shared/round/round.ts';
import type { RankingCode } from '#shared/ranking/sentences.ts';
import type { RoundCode } from '#shared/round/sentences.ts';

/** What a round is known by, besides its design; `deadline` is RFC 3339 UTC or null. */
export type RoundBasics = { readonly title: string; readonly deadline: string | null };

/** A title on one line of at most 120 characters, and a deadline that is a time, or null. */
export function checkBasics({ title: typed, deadline }: RoundBasics): Result<RoundBasics, RoundCode> {
  const title = cleanText(typed).replaceAll(/\s+/g, ' ').trim();
  if (title === '' || title.length > 120) return fail('round.title-missing');
  const isTime = deadline === null || (timeSchema.safeParse(deadline).success && !Number.isNaN(Date.parse(deadline)));
  return isTime ? ok({ title, deadline }) : fail('round.design-invalid', { problem: `deadline: ${deadline}` });
}

/** A design that keeps its schema and whose total quota is the sum of its tracks' quotas (ruling 17). */
export function checkDesign(design: unknown): Result<RoundDesign, RoundCode | RankingCode> {
  const parsed = roundDesignSchema.safeParse(design);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const problem = issue === undefined ? '?' : `${issue.path.join('.')}: ${issue.message}`;
    return fail('round.design-invalid', { problem });
  }
  const policy = checkPolicy(parsed.data.policy, parsed.data);
  return policy.ok ? checkQuota(parsed.data) : policy;
}

function checkQuota(design: RoundDesign): Result<RoundDesign, RoundCode> {
  const total = design.policy.selection?.quota ?? null;
  if (total === null) return ok(design);
  const sum = design.tracks.reduce((seats, { quota }) => seats + (quota ?? 0), 0);
  return sum === total ? ok(design) : fail('round.quota-mismatch', { total, sum });
}
