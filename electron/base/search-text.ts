const hasHanzi = /\p{Script=Han}/u;

/** Turns words into what they can be found by. */
export type SearchText = (...words: readonly string[]) => string;

/**
 * Makes the function that turns words into what they can be found by: themselves, their pinyin and its initials, all in
 * lower case and on one line. The dictionary is loaded at the first use only. Words that come again (a unit with many
 * candidates) are spelled once.
 */
export async function makeSearchText(): Promise<SearchText> {
  const { pinyin } = await import('pinyin-pro');
  const spelled = new Map<string, string>();
  const spell = (word: string): string => {
    const known = spelled.get(word);
    if (known !== undefined) return known;
    const syllables = hasHanzi.test(word) ? pinyin(word, { toneType: 'none', type: 'array', v: true }) : [];
    const initials = syllables.map(([first = '']) => first);
    const forms = syllables.length === 0 ? [word] : [word, syllables.join(''), initials.join('')];
    const text = forms.join(' ').toLowerCase().replaceAll(/\s+/g, ' ');
    spelled.set(word, text);
    return text;
  };
  return (...words) =>
    words
      .filter((word) => word !== '')
      .map(spell)
      .join(' ');
}
