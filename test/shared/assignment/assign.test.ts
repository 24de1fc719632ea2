import { describe, expect, test } from 'vitest';
import { assign } from '#shared/assignment/assign.ts';
import type { Assignment, AssignmentProblem, ConflictPair } from '#shared/assignment/assignment.ts';
import { assignmentSentences } from '#shared/assignment/sentences.ts';

function problem(candidates: number, experts: number, more: Partial<AssignmentProblem> = {}): AssignmentProblem {
  return {
    candidates: Array.from({ length: candidates }, (_, index) => ({
      id: `c${index}`,
      code: `L${String(index).padStart(3, '0')}`,
      unit: '',
      trackId: 't',
    })),
    experts: Array.from({ length: experts }, (_, index) => ({ id: `e${index}`, unit: '', avoidUnits: [] })),
    conflicts: [],
    perCandidate: 2,
    seed: 1,
    ...more,
  };
}

function assigned(given: AssignmentProblem): Assignment {
  const result = assign(given);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function refusal(given: AssignmentProblem): unknown {
  const result = assign(given);
  return result.ok ? null : result.error;
}

function loads({ loads: list }: Assignment): number[] {
  return list.map(({ count }) => count);
}

const bars = (expertId: string, ...candidates: string[]): ConflictPair[] =>
  candidates.map((candidateId) => ({ expertId, candidateId }));

describe('an assignment', () => {
  test('gives every candidate as many different experts as asked, and even loads', () => {
    const { pairs, shortfalls, ...rest } = assigned(problem(10, 4, { perCandidate: 3 }));
    expect(new Set(pairs.map(({ expertId, candidateId }) => `${expertId} ${candidateId}`)).size).toBe(30);
    for (let index = 0; index < 10; index += 1) {
      expect(pairs.filter(({ candidateId }) => candidateId === `c${index}`)).toHaveLength(3);
    }
    expect(loads({ pairs, shortfalls, ...rest }).toSorted((a, b) => a - b)).toEqual([7, 7, 8, 8]);
    expect(shortfalls).toEqual([]);
  });

  test('gives everybody who may to every candidate', () => {
    const { pairs } = assigned(problem(2, 3, { perCandidate: 'all', conflicts: bars('e1', 'c0') }));
    expect(pairs.map(({ candidateId, expertId }) => `${candidateId} ${expertId}`)).toEqual([
      'c0 e0',
      'c0 e2',
      'c1 e0',
      'c1 e1',
      'c1 e2',
    ]);
  });

  test('never uses a conflict, and moves work along a chain of experts to stay even', () => {
    // e0 may take all; e1 only c0 and c1; e2 only c1. With one expert each, an even split needs c1 to go to e2.
    const conflicts = [...bars('e1', 'c2'), ...bars('e2', 'c0', 'c2')];
    for (let seed = 0; seed < 20; seed += 1) {
      const result = assigned(problem(3, 3, { perCandidate: 1, conflicts, seed }));
      expect(loads(result)).toEqual([1, 1, 1]);
      expect(result.pairs.find(({ candidateId }) => candidateId === 'c1')?.expertId).toBe('e2');
    }
  });

  test('keeps experts to their tracks; none named means every track', () => {
    const base = problem(4, 3, { perCandidate: 1 });
    const candidates = base.candidates.map((one, index) => ({ ...one, trackId: index < 2 ? 'x' : 'y' }));
    const tracks: readonly (readonly string[])[] = [['x'], ['y'], []];
    const experts = base.experts.map((expert, index) => ({ ...expert, tracks: tracks[index] ?? [] }));
    const { pairs } = assigned({ ...base, candidates, experts });
    for (const { expertId, candidateId } of pairs) {
      if (expertId === 'e0') expect(['c0', 'c1']).toContain(candidateId);
      if (expertId === 'e1') expect(['c2', 'c3']).toContain(candidateId);
    }
    expect(pairs).toHaveLength(4);
  });

  test('gives a candidate with too few free experts all of them, and says so', () => {
    const { pairs, shortfalls } = assigned(
      problem(3, 4, { perCandidate: 3, conflicts: [...bars('e0', 'c1'), ...bars('e1', 'c1')] }),
    );
    expect(shortfalls).toEqual([{ candidateId: 'c1', wanted: 3, assigned: 2 }]);
    expect(pairs.filter(({ candidateId }) => candidateId === 'c1').map(({ expertId }) => expertId)).toEqual([
      'e2',
      'e3',
    ]);
  });

  test('of equal codes goes by bytes of the id', () => {
    const given = problem(2, 2, { perCandidate: 1 });
    const candidates = given.candidates.map((one) => ({ ...one, code: '07' }));
    const turned = { ...given, candidates: candidates.toReversed() };
    expect(assigned(turned)).toEqual(assigned({ ...given, candidates }));
  });

  test('is the same for the same seed in whatever order the lists come, and another for another seed', () => {
    const given = problem(12, 6, { perCandidate: 3, conflicts: bars('e1', 'c0', 'c5') });
    const turned = {
      ...given,
      candidates: given.candidates.toReversed(),
      experts: given.experts.toReversed(),
      conflicts: given.conflicts.toReversed(),
    };
    expect(assigned(turned)).toEqual(assigned(given));
    expect(assigned({ ...given, seed: 2 }).pairs).not.toEqual(assigned(given).pairs);
  });

  test('mixes panels, so that all experts can be compared through common candidates', () => {
    const { pairs } = assigned(problem(12, 9, { perCandidate: 3 }));
    const reached = new Set(['e0']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      const common = new Set(
        pairs.filter(({ expertId }) => reached.has(expertId)).map(({ candidateId }) => candidateId),
      );
      for (const { expertId, candidateId } of pairs) if (common.has(candidateId)) reached.add(expertId);
    }
    expect(reached.size).toBe(9);
  });

  test('of 1,000 candidates, 60 experts and many conflicts is even', () => {
    const conflicts = Array.from({ length: 9000 }, (_, index) => ({
      expertId: `e${(index * 7919) % 60}`,
      candidateId: `c${(index * 104729) % 1000}`,
    }));
    const result = assigned(problem(1000, 60, { perCandidate: 5, conflicts }));
    const barred = new Set(conflicts.map(({ expertId, candidateId }) => `${expertId} ${candidateId}`));
    expect(result.pairs.some(({ expertId, candidateId }) => barred.has(`${expertId} ${candidateId}`))).toBe(false);
    expect(result.pairs).toHaveLength(5000);
    expect([Math.min(...loads(result)), Math.max(...loads(result))]).toEqual([83, 84]);
  });
});

describe('an assignment is refused', () => {
  test('without candidates or experts', () => {
    expect(refusal(problem(0, 3))).toEqual({ code: 'assignment.no-candidates' });
    expect(refusal(problem(3, 0))).toEqual({ code: 'assignment.no-experts' });
  });

  test.each([0, -1, 1.5, 4, Number.NaN])('for %s experts per candidate of three', (perCandidate) => {
    expect(refusal(problem(2, 3, { perCandidate }))).toMatchObject({ code: 'assignment.per-candidate' });
  });

  test('when nobody may score a candidate, whose code it names', () => {
    const conflicts = [...bars('e0', 'c1'), ...bars('e1', 'c1')];
    expect(refusal(problem(2, 2, { perCandidate: 'all', conflicts }))).toEqual({
      code: 'assignment.nobody-free',
      detail: { candidate: 'L001' },
    });
  });

  test('with sentences in both languages', () => {
    for (const { zh, en } of Object.values(assignmentSentences)) {
      expect(zh).toMatch(/(未作改动|不受影响)。.+。$/);
      expect(en).toMatch(/(Nothing was changed|unchanged|not affected)\. .+\.$/);
    }
  });
});
