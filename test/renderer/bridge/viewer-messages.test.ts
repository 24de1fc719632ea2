import { describe, expect, test } from 'vitest';
import { firstViewerState, forwardedKeys, parseViewerReport } from '#renderer/bridge/viewer-messages.ts';

const state = {
  ...firstViewerState,
  state: 'ready',
  page: 3,
  pages: 12,
  scale: 0.74,
  found: { current: 1, total: 9 },
  bookmarks: [
    { title: '一、基本情况', depth: 0, page: 1 },
    { title: 'outside', depth: 1, page: null },
  ],
} as const;

describe('what the frame of a dossier tells', () => {
  test('is taken when it has the agreed shape', () => {
    expect(parseViewerReport({ is: 'state', state })).toEqual({ is: 'state', state });
    expect(parseViewerReport({ is: 'dragging' })).toEqual({ is: 'dragging' });
    expect(parseViewerReport({ is: 'reading' })).toEqual({ is: 'reading' });
    for (const key of forwardedKeys) expect(parseViewerReport({ is: 'key', key })).toEqual({ is: 'key', key });
  });

  test('carries nothing that was not agreed', () => {
    const bookmarks = [{ title: 'x', depth: 0, page: 1, onclick: 'alert(1)' }];
    const told = parseViewerReport({ is: 'state', state: { ...state, bookmarks, more: 1 }, call: 'submitTask' });
    expect(told).toEqual({
      is: 'state',
      state: { ...state, bookmarks: [{ title: 'x', depth: 0, page: 1 }] },
    });
  });

  test.each([
    ['nothing', undefined],
    ['text', 'state'],
    ['another kind', { is: 'call', name: 'submitTask' }],
    ['a state that does not exist', { is: 'state', state: { ...state, state: 'signed' } }],
    ['no state', { is: 'state' }],
    ['a page that is no number', { is: 'state', state: { ...state, page: '3' } }],
    ['half a page', { is: 'state', state: { ...state, page: 1.5 } }],
    ['too many pages', { is: 'state', state: { ...state, pages: 1e9 } }],
    ['a scale of nothing', { is: 'state', state: { ...state, scale: 0 } }],
    ['an endless scale', { is: 'state', state: { ...state, scale: Number.POSITIVE_INFINITY } }],
    ['places that are no counts', { is: 'state', state: { ...state, found: { current: -1, total: 2 } } }],
    ['places that are text', { is: 'state', state: { ...state, found: 'all' } }],
    ['bookmarks that are no list', { is: 'state', state: { ...state, bookmarks: { length: 1 } } }],
    ['501 bookmarks', { is: 'state', state: { ...state, bookmarks: Array(501).fill(state.bookmarks[0]) } }],
    ['a bookmark that is no object', { is: 'state', state: { ...state, bookmarks: ['x'] } }],
    [
      'a title beyond measure',
      { is: 'state', state: { ...state, bookmarks: [{ title: 'x'.repeat(501), depth: 0, page: 1 }] } },
    ],
    ['a bookmark to nowhere', { is: 'state', state: { ...state, bookmarks: [{ title: 'x', depth: 0, page: 'url' }] } }],
    ['a key that undoes', { is: 'key', key: 'Ctrl+Z' }],
    ['a digit', { is: 'key', key: '9' }],
    ['Enter by itself', { is: 'key', key: 'Enter' }],
  ])('is refused when it is %s', (_, message) => {
    expect(parseViewerReport(message)).toBeNull();
  });

  test('never presses a key that changes, undoes or signs', () => {
    const changing = ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+D', 'Enter', ' ', 'Ctrl+S', 'Ctrl+V', 'Delete'];
    expect(forwardedKeys.filter((key) => changing.includes(key))).toEqual([]);
  });
});
