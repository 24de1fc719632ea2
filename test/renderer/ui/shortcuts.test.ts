import { describe, expect, test } from 'vitest';
import { matchesKeys } from '#renderer/ui/keyboard/match-keys.ts';

const press = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean; meta?: boolean } = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  shiftKey: held.shift ?? false,
  altKey: held.alt ?? false,
  metaKey: held.meta ?? false,
});

describe('a shortcut', () => {
  test('answers to Ctrl, and to ⌘ on a Mac', () => {
    expect(matchesKeys('Ctrl+Enter', press('Enter', { ctrl: true }))).toBe(true);
    expect(matchesKeys('Ctrl+Enter', press('Enter', { meta: true }))).toBe(true);
    expect(matchesKeys('Ctrl+Enter', press('Enter'))).toBe(false);
  });

  test('tells undo from redo by Shift, whatever the case of the letter', () => {
    expect(matchesKeys('Ctrl+Z', press('z', { ctrl: true }))).toBe(true);
    expect(matchesKeys('Ctrl+Z', press('Z', { ctrl: true, shift: true }))).toBe(false);
    expect(matchesKeys('Ctrl+Shift+Z', press('Z', { ctrl: true, shift: true }))).toBe(true);
  });

  test('takes ? however it is typed, full-width too', () => {
    expect(matchesKeys('?', press('?', { shift: true }))).toBe(true);
    expect(matchesKeys('?', press('？', { shift: true }))).toBe(true);
    expect(matchesKeys('?', press('?', { ctrl: true }))).toBe(false);
  });

  test('leaves Alt to the system', () => {
    expect(matchesKeys('PageDown', press('PageDown', { alt: true }))).toBe(false);
    expect(matchesKeys('PageDown', press('PageDown'))).toBe(true);
  });
});
