import { describe, expect, test } from 'vitest';
import type { LogEntry } from '#shared/ipc/trace-views.ts';
import {
  filterLines,
  listLogRounds,
  listPeople,
  makeLines,
  noFilter,
  type LogFilter,
} from '#renderer/office/trace/filter-log.ts';

const entry = (index: number, change: Partial<LogEntry>): LogEntry => ({
  index,
  at: `2026-11-2${index}T04:00:00Z`,
  event: 'round-saved',
  actor: { kind: 'member', name: '李华', role: 'admin' },
  roundId: 'r1',
  roundTitle: '示范楼宇',
  detail: {},
  hash: String(index).repeat(64),
  ...change,
});

const lines = makeLines(
  [
    entry(4, { event: 'clock-moved-back', actor: null, roundId: null, roundTitle: null }),
    entry(3, { event: 'task-issued', detail: { expert: '徐春燕' }, roundId: 'removed-round', roundTitle: null }),
    entry(2, {
      event: 'task-issued',
      detail: { expert: '范勇' },
      actor: { kind: 'command-line', name: null, role: null },
    }),
    entry(1, {}),
  ],
  'zh-CN',
);
const shown = (filter: Partial<LogFilter>) => filterLines(lines, { ...noFilter, ...filter }).map(({ index }) => index);

describe('the log', () => {
  test('shows everything at first', () => {
    expect(shown({})).toEqual([4, 3, 2, 1]);
  });

  test('is filtered by kind, person, round and day, each by itself and together', () => {
    expect(shown({ kind: 'packages' })).toEqual([3, 2]);
    expect(shown({ who: '命令行' })).toEqual([2]);
    expect(shown({ roundId: 'r1' })).toEqual([2, 1]);
    expect(shown({ roundId: '' })).toEqual([4]);
    expect(shown({ from: '2026-11-22', to: '2026-11-23' })).toEqual([3, 2]);
    expect(shown({ kind: 'packages', who: '李华（管理员）' })).toEqual([3]);
  });

  test('is searched by words, names, events and digests', () => {
    expect(shown({ search: '范勇' })).toEqual([2]);
    expect(shown({ search: '下发 李华' })).toEqual([3]);
    expect(shown({ search: 'clock-moved' })).toEqual([4]);
    expect(shown({ search: '1111' })).toEqual([1]);
  });

  test('knows who and which rounds stand in it', () => {
    expect(listPeople(lines)).toEqual(['李华（管理员）', '命令行', '—']);
    expect(listLogRounds(lines)).toEqual([
      { id: 'removed-round', title: 'removed-' },
      { id: 'r1', title: '示范楼宇' },
    ]);
  });
});
