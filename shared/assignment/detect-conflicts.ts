import type { AssignmentCandidate, AssignmentExpert, DetectedConflict } from './assignment.ts';
import { unitKey } from './unit-key.ts';

/**
 * Conflicts that follow from the data (回避情形, "Conflicts" in procedure and rules): an expert of the candidate's own unit, or
 * one whose 回避单位 name it. Experts in the order given, then candidates in theirs; one conflict per pair.
 */
export function detectConflicts(
  candidates: readonly Pick<AssignmentCandidate, 'id' | 'unit'>[],
  experts: readonly Pick<AssignmentExpert, 'id' | 'unit' | 'avoidUnits'>[],
): DetectedConflict[] {
  const keyed = candidates.map(({ id, unit }) => ({ id, key: unitKey(unit) }));
  return experts.flatMap((expert) => {
    const own = unitKey(expert.unit);
    const avoided = new Set(expert.avoidUnits.map(unitKey));
    return keyed.flatMap(({ id, key }): DetectedConflict[] => {
      if (key === '') return [];
      if (key === own) return [{ expertId: expert.id, candidateId: id, reason: 'same-unit' }];
      return avoided.has(key) ? [{ expertId: expert.id, candidateId: id, reason: 'avoid-unit' }] : [];
    });
  });
}
