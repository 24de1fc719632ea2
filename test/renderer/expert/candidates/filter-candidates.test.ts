import { describe, expect, test } from 'vitest';
import {
  countFilters,
  isFound,
  neighbour,
  passesFilter,
  type CandidateLine,
} from '#renderer/expert/candidates/filter-candidates.ts';
import type { Standing } from '#renderer/expert/standing.ts';
import { taskView } from '../sample-task.ts';

const { candidates } = taskView();
const standings: readonly Standing[] = ['done', 'begun', 'recused'];
const lines: readonly CandidateLine[] = candidates.map((candidate, index) => ({
  candidate,
  draft: undefined,
  standing: standings[index] ?? 'untouched',
  starred: index === 1,
}));

function found(typed: string): readonly string[] {
  return candidates.filter((candidate) => isFound(candidate, typed)).map(({ code }) => code);
}

describe('searching candidates', () => {
  test('finds by name, unit, code, pinyin and initials', () => {
    expect(found('磐岩')).toEqual(['02']);
    expect(found('panyan')).toEqual(['02']);
    expect(found('ynygzx')).toEqual(['03']);
    expect(found('示例公司')).toEqual(['01', '02', '03']);
    expect(found('03')).toEqual(['03']);
  });

  test('takes capitals and full-width letters, and wants every word', () => {
    expect(found('ＸＬＳＣ')).toEqual(['01']);
    expect(found('大厦 星澜')).toEqual(['01']);
    expect(found('大厦 磐岩')).toEqual([]);
  });

  test('shows everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(3);
  });
});

describe('filtering candidates', () => {
  test('counts every filter', () => {
    expect(countFilters(lines)).toEqual({ all: 3, unfinished: 1, starred: 1, out: 1 });
  });

  test('keeps recused candidates out of the unfinished ones', () => {
    const recused = lines[2];
    if (recused === undefined) throw new Error('no line');
    expect(passesFilter(recused, 'unfinished')).toBe(false);
    expect(passesFilter(recused, 'all')).toBe(true);
  });
});

describe('the neighbour in the list', () => {
  const idAt = (index: number): string => candidates[index]?.id ?? '';

  test('is one further, and stops at the ends', () => {
    expect(neighbour(lines, idAt(0), 1)?.candidate.id).toBe(idAt(1));
    expect(neighbour(lines, idAt(2), 1)?.candidate.id).toBe(idAt(2));
    expect(neighbour(lines, idAt(0), -1)?.candidate.id).toBe(idAt(0));
  });

  test('starts at an end when the candidate on the desk is filtered away', () => {
    expect(neighbour(lines, 'elsewhere', 1)?.candidate.id).toBe(idAt(0));
    expect(neighbour(lines, 'elsewhere', -1)?.candidate.id).toBe(idAt(2));
    expect(neighbour([], 'elsewhere', 1)).toBeUndefined();
  });
});
