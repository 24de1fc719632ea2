import { describe, expect, it } from 'vitest';
import { checkResult } from '#shared/packages/check-result.ts';
import { sampleBody, sampleCandidate, sampleSheet } from '#test/fixtures/packages/round.ts';

const candidates = [sampleCandidate(1), sampleCandidate(2)];
const task = sampleBody('age1', candidates);
const sheets = candidates.map((candidate) => sampleSheet(candidate));

describe('the sheets of a result', () => {
  it('answer a task when every candidate has one, in order', () => {
    expect(checkResult(task, { sheets })).toEqual({ ok: true, value: null });
  });

  it('cannot be checked without the rubric of a track', () => {
    expect(checkResult({ ...task, rubrics: [] }, { sheets })).toMatchObject({
      error: { code: 'package.sheet-missing' },
    });
  });

  it('are told with the candidate’s code and the criterion’s name', () => {
    const wrong = sheets.map((sheet) => ({ ...sheet, points: { ...sheet.points, firms: 4050 } }));
    expect(checkResult(task, { sheets: wrong })).toMatchObject({
      error: { code: 'package.sheet-points', detail: { candidate: 'LY-001', criterion: '企业数', max: 40 } },
    });
  });
});
