import { describe, expect, it } from 'vitest';
import { countStates, layMatrix, listOutstanding, sumProgress } from '#renderer/office/progress/matrix.ts';
import type { ProgressCell, ProgressView } from '#shared/ipc/office-views.ts';

const cell = (state: ProgressCell, total: number | null = null) => ({ state, total });
const expert = (id: string, seq: number | null, done: number, assigned: number) => ({
  id,
  name: `专家 ${id}`,
  unit: '某大学',
  seq,
  receivedAt: seq === null ? null : '2026-11-22T10:00:00Z',
  done,
  assigned,
});
const candidate = (id: string, trackId: string, done: number, assigned: number) => ({
  id,
  code: id,
  name: `产品 ${id}`,
  trackId,
  done,
  assigned,
});

const progress: ProgressView = {
  experts: [expert('甲', 1, 2, 2), expert('乙', null, 0, 2), expert('丙', null, 0, 0)],
  candidates: [candidate('01', 'industry', 1, 2), candidate('02', 'car', 1, 1), candidate('03', 'car', 0, 1)],
  cells: [
    [cell('scored', 8650), cell('waiting'), cell('unassigned')],
    [cell('recused'), cell('unassigned'), cell('unassigned')],
    [cell('unassigned'), cell('waiting'), cell('unassigned')],
  ],
};
const all = { outstandingOnly: false, trackId: null };

describe('layMatrix', () => {
  it('runs either way over the same cells', () => {
    const down = layMatrix(progress, 'candidates', all);
    const across = layMatrix(progress, 'experts', all);
    expect(down.rows[0]?.cells[0]).toEqual({ state: 'scored', total: 8650 });
    expect(across.rows[0]?.cells[0]).toEqual({ state: 'scored', total: 8650 });
    expect(across.rows.map(({ cells }) => cells[2]?.state)).toEqual(['unassigned', 'waiting', 'unassigned']);
    expect([down.columns.length, across.columns.length]).toEqual([3, 3]);
  });

  it('shows only what is outstanding when asked', () => {
    const { rows, columns } = layMatrix(progress, 'candidates', { ...all, outstandingOnly: true });
    expect(rows.map(({ id }) => id)).toEqual(['01', '03']);
    expect(columns.map(({ id }) => id)).toEqual(['乙']);
    expect(rows[0]?.cells).toEqual([{ state: 'waiting', total: null }]);
  });

  it('shows one track when asked, with its experts and the right cells', () => {
    const { rows, columns } = layMatrix(progress, 'candidates', { ...all, trackId: 'car' });
    expect(columns.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect(rows.map(({ cells }) => cells[0]?.state)).toEqual(['recused', 'unassigned']);
  });
});

it('counts every state, and knows who has not returned anything', () => {
  expect(countStates(progress)).toEqual({ unassigned: 5, waiting: 2, scored: 1, recused: 1, abstained: 0 });
  expect(listOutstanding(progress).map(({ id }) => id)).toEqual(['乙']);
});

it('sums what is in over all experts', () => {
  expect(sumProgress(progress)).toEqual({ done: 2, assigned: 4 });
});
