import type { Quotas } from '#shared/decisions/decision.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';

/** The design of a round under another policy and other quotas; tracks that `quotas` does not name keep theirs. */
export function changeRules(
  design: RoundDesign,
  { policy, quotas }: { readonly policy: Policy; readonly quotas: Quotas },
): RoundDesign {
  const tracks = design.tracks.map((track) => {
    const quota = quotas[track.id];
    return quota === undefined ? track : { ...track, quota };
  });
  if (Object.keys(quotas).length === 0) return { ...design, policy };
  return { ...design, policy: { ...policy, selection: withTotal(policy.selection, tracks) }, tracks };
}

/** Ruling 17: the total is the sum of the tracks' quotas; where no total was set, none is. */
function withTotal(selection: Policy['selection'], tracks: RoundDesign['tracks']): Policy['selection'] {
  if (selection === null || selection.quota === null) return selection;
  return { ...selection, quota: tracks.reduce((sum, { quota }) => sum + (quota ?? 0), 0) };
}
