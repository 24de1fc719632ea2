import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { matchesKeys } from './match-keys.ts';

/** One shortcut. `keys` as `Ctrl+Enter`, `Ctrl+Shift+Z`, `?`, `Escape`; Ctrl also stands for ⌘ on a Mac. */
export type Shortcut = {
  readonly keys: string;
  /** What it does, in the language on the screen, for the list of all keys. */
  readonly label: string;
  /** Without it the shortcut is only listed: an element answers to it by itself. */
  readonly run?: () => void;
  /** Also while a text field has the focus; always so with Ctrl. */
  readonly inFields?: boolean;
};

type Group = { readonly title: string; readonly list: () => readonly Shortcut[] };

/** All shortcuts that work now, for the list that `?` opens; the latest group answers first. */
export const useShortcutGroups = create<{ readonly groups: readonly Group[] }>(() => ({ groups: [] }));

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

function handleKey(event: KeyboardEvent): void {
  // While an input method composes, Enter and the arrows belong to it.
  if (event.isComposing || event.defaultPrevented) return;
  // A modal dialog has the keyboard to itself.
  if (document.querySelector('dialog:modal') !== null) return;
  const groups = useShortcutGroups.getState().groups.toReversed();
  const found = groups
    .flatMap(({ list }) => list())
    .find(({ keys, run }) => run !== undefined && matchesKeys(keys, event));
  if (found?.run === undefined) return;
  if (isField(event.target) && !event.ctrlKey && !event.metaKey && found.inFields !== true) return;
  event.preventDefault();
  found.run();
}

/** Starts listening for all shortcuts; returns the way to stop. Called once by the app. */
export function startShortcuts(): () => void {
  document.addEventListener('keydown', handleKey);
  return () => document.removeEventListener('keydown', handleKey);
}

/** Makes shortcuts work while a component is on the screen. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const group: Group = { title, list: () => latest.current };
    useShortcutGroups.setState(({ groups }) => ({ groups: [...groups, group] }));
    return () => {
      useShortcutGroups.setState(({ groups }) => ({ groups: groups.filter((other) => other !== group) }));
    };
  }, [title]);
}
