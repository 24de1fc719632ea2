import { describe, expect, it } from 'vitest';
import { addTrack, editPolicy, editRubric, editTrack, switchOutcome } from '#renderer/office/round/design-edits.ts';
import { listDesignProblems } from '#renderer/office/design-problems.ts';
import { editCriterion, removeCriterion } from '#renderer/office/round/rubric-edits.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { design } from './round/design.ts';

const kinds = (changed: RoundDesign): string[] => listDesignProblems(changed).map(({ kind }) => kind);
const inRubric = (edit: Parameters<typeof editRubric>[2]): RoundDesign => editRubric(design, 'general', edit);

describe('listDesignProblems', () => {
  it('finds nothing in a sound design', () => {
    expect(kinds(design)).toEqual([]);
  });

  it('advises when a rubric does not sum to 100, with the sum', () => {
    const [problem] = listDesignProblems(inRubric((rubric) => editCriterion(rubric, 'c', { max: 3850 })));
    expect(problem).toMatchObject({ kind: 'sumUnusual', severity: 'advice', detail: { sum: '98.5' } });
  });

  it('finds steps that do not divide the points and anchors outside them', () => {
    const changed = inRubric((rubric) =>
      editCriterion(rubric, 'c', { step: 300, anchors: [{ label: '好', from: 3000, to: 4100 }] }),
    );
    expect(listDesignProblems(changed).map(({ kind, itemId }) => [kind, itemId])).toEqual([
      ['stepUneven', 'c'],
      ['anchorOutside', 'c'],
    ]);
  });

  it('finds blank names and categories without criteria', () => {
    expect(kinds(inRubric((rubric) => editCriterion(rubric, 'a', { name: '　' })))).toEqual(['nameMissing']);
    expect(kinds(inRubric((rubric) => removeCriterion(rubric, 'c')))).toEqual(['categoryEmpty', 'sumUnusual']);
  });

  it('refuses a total quota that differs from the sum of the tracks', () => {
    const two = editTrack(addTrack(design, '第二'), 'track-1', { quota: 5 });
    expect(listDesignProblems(two)).toMatchObject([{ kind: 'quotaMismatch', detail: { total: 10, sum: 15 } }]);
  });

  it('mentions a track without a quota in a selection round', () => {
    expect(listDesignProblems(addTrack(design, '第二'))).toMatchObject([{ kind: 'quotaMissing', severity: 'advice' }]);
  });

  it('refuses trimming that leaves nothing', () => {
    expect(kinds(editPolicy(design, { trim: { high: 2, low: 1, from: 3 } }))).toEqual(['trimLeavesNone']);
    expect(kinds(editPolicy(design, { trim: { high: 0, low: 0, from: 1 } }))).toEqual([]);
  });

  it('refuses a tie chain that compares what a rubric no longer has', () => {
    const chained = editPolicy(design, { tieChain: [{ by: 'criteria', criteria: ['b'] }] });
    expect(kinds(chained)).toEqual([]);
    const removed = editRubric(chained, 'general', (rubric) => removeCriterion(rubric, 'b'));
    expect(kinds(removed)).toEqual(['sumUnusual', 'tieUnknown']);
  });

  it('refuses bands that do not fall to 0, repeat a name, or lack a named band', () => {
    const policy = switchOutcome(design.policy, 'evaluation');
    const withBands = (bands: { name: string; from: number }[]): string[] =>
      kinds({ ...design, policy: { ...policy, evaluation: policy.evaluation && { ...policy.evaluation, bands } } });
    expect(
      withBands([
        { name: '限期整改', from: 6000 },
        { name: '建议撤销', from: 0 },
      ]),
    ).toEqual([]);
    expect(
      withBands([
        { name: '限期整改', from: 6000 },
        { name: '建议撤销', from: 6000 },
      ]),
    ).toEqual(['bandsFall']);
    expect(
      withBands([
        { name: '限期整改', from: 6000 },
        { name: '限期整改', from: 0 },
      ]),
    ).toEqual(['bandName', 'bandUnknown']);
  });
});
