import { create } from 'zustand';
import type { Failure } from '#shared/base/result.ts';

/** A short message over the page. `done` goes by itself; `hint` and `failed` stay until they are closed. */
export type Notice =
  | { readonly id: number; readonly tone: 'done' | 'hint'; readonly text: string }
  | { readonly id: number; readonly tone: 'failed'; readonly failure: Failure };

type Notices = { readonly list: readonly Notice[]; readonly nextId: number };

/** At most this many stand at once; the oldest give way. */
const most = 4;

export const useNotices = create<Notices>(() => ({ list: [], nextId: 1 }));

/** Says that something was done, in the language on the screen. */
export function noticeDone(text: string): void {
  say('done', text);
}

/** Says why something that was tried leads nowhere here, and what to do instead. */
export function noticeHint(text: string): void {
  say('hint', text);
}

function say(tone: 'done' | 'hint', text: string): void {
  useNotices.setState(({ list, nextId }) => ({
    list: [...list, { id: nextId, tone, text }].slice(-most),
    nextId: nextId + 1,
  }));
}

/** Says that something was refused. The same refusal twice in a row stands once. */
export function noticeFailure(failure: Failure): void {
  useNotices.setState(({ list, nextId }) => {
    const same = JSON.stringify(failure);
    const others = list.filter((notice) => notice.tone !== 'failed' || JSON.stringify(notice.failure) !== same);
    return { list: [...others, { id: nextId, tone: 'failed' as const, failure }].slice(-most), nextId: nextId + 1 };
  });
}

/** Takes a notice away. */
export function closeNotice(id: number): void {
  useNotices.setState(({ list }) => ({ list: list.filter((notice) => notice.id !== id) }));
}
