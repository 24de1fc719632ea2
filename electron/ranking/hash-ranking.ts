import { createHash } from 'node:crypto';
import { canonicalPolicy, canonicalRankingInputs, canonicalResult } from '#shared/ranking/canonical.ts';
import type { Ranking, RankingInput } from '#shared/ranking/ranking.ts';

/** SHA-256 digests (hexadecimal) that pin a ranking down: same policy and inputs, same result, on every machine. */
export type RankingHashes = { readonly policyHash: string; readonly inputsHash: string; readonly resultHash: string };

/** Hashes the canonical texts of the policy, of everything else that went in, and of the published list. */
export function hashRanking(input: RankingInput, ranking: Ranking): RankingHashes {
  return {
    policyHash: sha256(canonicalPolicy(input.policy)),
    inputsHash: sha256(canonicalRankingInputs(input, sha256)),
    resultHash: sha256(canonicalResult(ranking)),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
