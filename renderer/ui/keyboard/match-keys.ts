type Chord = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean };

/** Splits `Ctrl+Shift+Z` into its parts; a single character such as `?` stands for itself, however it is typed. */
export function parseKeys(keys: string): Chord {
  const parts = keys.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  return { key, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift') };
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key event is the one that a shortcut asks for. */
export function matchesKeys(keys: string, event: Pressed): boolean {
  const chord = parseKeys(keys);
  if (event.altKey || chord.ctrl !== (event.ctrlKey || event.metaKey)) return false;
  if (event.key.toLowerCase() !== chord.key && !(chord.key === '?' && event.key === '？')) return false;
  return chord.ctrl || chord.key.length > 1 ? chord.shift === event.shiftKey : true;
}
