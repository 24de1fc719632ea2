import { forwardedKeys, type ForwardedKey } from '../bridge/viewer-messages.ts';
import { matchesKeys } from '../ui/keyboard/match-keys.ts';

/** Passes on the keys that are ways about the window; all others stay with the document. */
export function forwardKeys(forward: (key: ForwardedKey) => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const key = forwardedKeys.find((known) => matchesKeys(known, event));
    if (key === undefined) return;
    event.preventDefault();
    forward(key);
  });
}
