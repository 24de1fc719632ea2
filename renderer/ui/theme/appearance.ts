import { create } from 'zustand';
import type { Preferences } from '#shared/ipc/app-calls.ts';

type Look = Pick<Preferences, 'theme' | 'textSize' | 'language'>;

type Appearance = {
  readonly textSize: Preferences['textSize'];
  /** Whether light or dark colours are on the screen now. */
  readonly dark: boolean;
  /** Rises with every change of theme or text size, so that what was read from the tokens is read again. */
  readonly generation: number;
};

const darkSystem = '(prefers-color-scheme: dark)';
const contrastSystem = '(prefers-contrast: more)';

/** How the window looks now; changed by `showAppearance` only. */
export const useAppearance = create<Appearance>(() => ({ textSize: 14, dark: false, generation: 0 }));

/** The theme attribute of the document: `system` follows the system, also its wish for more contrast. */
function chooseTheme(theme: Preferences['theme'], moreContrast: boolean): Preferences['theme'] {
  return theme === 'system' && moreContrast ? 'contrast' : theme;
}

/** Puts theme, text size and language onto the document, where tokens.css finds them. */
export function showAppearance(look: Look): void {
  const root = document.documentElement;
  const theme = chooseTheme(look.theme, matchMedia(contrastSystem).matches);
  root.dataset['theme'] = theme;
  root.dataset['text'] = String(look.textSize);
  root.lang = look.language;
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia(darkSystem).matches);
  useAppearance.setState(({ generation }) => ({ textSize: look.textSize, dark, generation: generation + 1 }));
}

/** Calls back when the system changes between light and dark or asks for more contrast; returns the way to stop. */
export function onSystemAppearance(listener: () => void): () => void {
  const queries = [matchMedia(darkSystem), matchMedia(contrastSystem)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
