import { intAt } from '../base/at.ts';
import type { Policy } from '../round/policy.ts';
import { countOf, type Field } from './gather.ts';
import type { GateVote, Veto } from './ranking.ts';
import { failedGates } from './sheet-columns.ts';

/** Ruling 4: counted per gate over the valid sheets; trimmed sheets still vote, void ones do not. Gates that nobody failed are left out. */
export function countGateVotes({ voted, gates, from, sheets, columns }: Field, entrant: number): GateVote[] {
  if (voted[entrant] === 0) return [];
  const own = sheets.subarray(from[entrant], from[entrant + 1]);
  const failed = own.map((sheet) => failedGates(intAt(columns.sheets.flags, sheet)));
  return gates
    .map(({ id }, index) => ({
      gateId: id,
      fails: failed.filter((bits) => (bits & (1 << index)) !== 0).length,
      sheets: own.length,
    }))
    .filter(({ fails }) => fails > 0);
}

/** Ruling 5: staff's veto always wins; experts' vetoes count with enough valid sheets only. */
export function vetoOf(field: Field, entrant: number, policy: Policy): Veto | null {
  const { vetoes } = field.columns.candidates;
  const own = vetoes.size === 0 ? undefined : vetoes.get(intAt(field.entrants, entrant));
  if (own !== undefined) return { by: 'staff', gateId: own.gateId, reason: own.reason };
  if (field.voted[entrant] === 0 || policy.gates === 'staff' || countOf(field, entrant) < policy.minimumSheets)
    return null;
  const majority = policy.gates === 'majority';
  const failed = countGateVotes(field, entrant)
    .filter(({ fails, sheets }) => !majority || fails * 2 > sheets)
    .map(({ gateId }) => gateId);
  return failed.length === 0 ? null : { by: 'experts', gateIds: failed };
}
