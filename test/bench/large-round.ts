import { join } from 'node:path';
import type { Rubric } from '#shared/round/rubric.ts';
import { defaultSelectionPolicy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { assignExperts } from '#electron/assignment/assign-experts.ts';
import { takeCandidates } from '#electron/candidates/take-candidates.ts';
import { takeExperts } from '#electron/experts/take-experts.ts';
import { createRound } from '#electron/round/create-round.ts';
import type { UnlockedWorkspace } from '#electron/workspace/workspace.ts';
import {
  candidateRow,
  expertRow,
  issueRound,
  makeWorkspace,
  scoreAll,
  submit,
  tickingEntropy,
  value,
  type IssuedRound,
} from '../pipeline/make-round.ts';

/** 1,000 candidates × 5 of 60 experts, six items each: the reference's 5,000 reviews. */
export const largeRound = { candidates: 1000, experts: 60, perCandidate: 5 };

export const rubric: Rubric = {
  id: 'main',
  name: '评分标准',
  coreCategory: 'one',
  categories: ['one', 'two'].map((category) => ({
    id: category,
    name: category,
    criteria: ['a', 'b', 'c'].map((item) => ({
      id: `${category}-${item}`,
      name: `${category}-${item}`,
      max: 2000,
      step: 50,
      guidance: '',
      anchors: [],
      core: false,
    })),
  })),
  gates: [],
};

const design: RoundDesign = {
  kind: 'other',
  rubrics: [rubric],
  tracks: [{ id: 'main', name: '全部', rubricId: 'main', quota: 100 }],
  policy: { ...defaultSelectionPolicy, selection: { quota: 100, reserve: 20, passOn: false, minimumScore: null } },
  eligibility: { match: 'all', conditions: [] },
  instructions: '',
};

/** A workspace whose experts have all answered; their packages lie in `results`, none is imported yet. */
export type LargeRound = IssuedRound & { readonly workspace: UnlockedWorkspace; readonly results: string };

/** Sets the round up, issues it, scores it as every expert, and seals the results. */
export async function makeLargeRound(folder: string): Promise<LargeRound> {
  const workspace = await makeWorkspace(folder, tickingEntropy());
  const { id: roundId } = value(createRound(workspace, { title: '测速', mode: 'official', deadline: null, design }));
  const codes = Array.from({ length: largeRound.candidates }, (_, index) => `C${String(index + 1).padStart(4, '0')}`);
  value(takeCandidates(workspace, { roundId, rows: codes.map((code) => candidateRow(code)) }));
  const names = Array.from({ length: largeRound.experts }, (_, index) => `专家${index + 1}`);
  value(takeExperts(workspace, { roundId, rows: names.map((name) => expertRow(name)) }));
  value(assignExperts(workspace, { roundId, perCandidate: largeRound.perCandidate, seed: 1 }));
  const issued = await issueRound(workspace, folder, roundId);
  const results = join(folder, 'results');
  for (const [index, home] of issued.homes.entries()) {
    scoreAll(home, (candidate) => 40 + ((candidate * 37 + index * 11) % 55));
    await submit(home, results);
  }
  return { ...issued, workspace, results };
}
