import { beforeEach, describe, expect, test } from 'vitest';
import { closeNotice, noticeDone, noticeFailure, noticeHint, useNotices } from '#renderer/ui/notice/notices.ts';

const list = () => useNotices.getState().list;

describe('messages over the page', () => {
  beforeEach(() => useNotices.setState({ list: [] }));

  test('say the same refusal once, as the newest', () => {
    noticeFailure({ code: 'workspace.disk-full' });
    noticeDone('已保存');
    noticeFailure({ code: 'workspace.disk-full' });
    expect(list().map(({ tone }) => tone)).toEqual(['done', 'failed']);
  });

  test('keep refusals apart that name different things', () => {
    noticeFailure({ code: 'round.unknown', detail: { id: 'a' } });
    noticeFailure({ code: 'round.unknown', detail: { id: 'b' } });
    expect(list()).toHaveLength(2);
  });

  test('give way to newer ones, and close one by one', () => {
    for (const text of ['1', '2', '3', '4', '5']) noticeHint(text);
    expect(list()).toHaveLength(4);
    closeNotice(list()[0]?.id ?? 0);
    expect(list()).toHaveLength(3);
  });
});
