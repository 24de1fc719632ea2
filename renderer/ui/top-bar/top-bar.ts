import { create } from 'zustand';

/** `start`: title and facts, on the left; `end`: state, before the buttons for text size and theme. */
export type TopBarPlace = 'start' | 'end';

/** The elements of the top bar that take a feature's content; set by the app's top bar. */
export const useTopBar = create<Readonly<Record<TopBarPlace, HTMLElement | null>>>(() => ({ start: null, end: null }));

/** Ref callback of the element for `start`. */
export function takeTopBarStart(element: HTMLElement | null): void {
  useTopBar.setState({ start: element });
}

/** Ref callback of the element for `end`. */
export function takeTopBarEnd(element: HTMLElement | null): void {
  useTopBar.setState({ end: element });
}
