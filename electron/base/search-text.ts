/** Turns words into what they can be found by. */
export type SearchText = (...words: readonly string[]) => string;

const hasHanzi = /\p{Script=Han}/u;

/** Words spelled before: the same names are asked for whenever a list is opened. */
const spelled = new Map<string, string>();
/** More than the names and units of a round of 100,000; then it is started anew. */
const mostSpelled = 250_000;

/**
 * Makes the function that turns words into what they can be found by: themselves, their pinyin and its initials, all in
 * lower case and on one line. The dictionary is loaded at the first use only.
 */
export async function makeSearchText(): Promise<SearchText> {
  const { pinyin } = await import('pinyin-pro');
  const spell = (word: string): string => {
    if (!hasHanzi.test(word)) return tidy(word);
    const known = spelled.get(word);
    if (known !== undefined) return known;
    const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true });
    const initials = syllables.map(([first = '']) => first);
    const text = tidy([word, syllables.join(''), initials.join('')].join(' '));
    if (spelled.size >= mostSpelled) spelled.clear();
    spelled.set(word, text);
    return text;
  };
  return (...words) =>
    words
      .filter((word) => word !== '')
      .map(spell)
      .join(' ');
}

function tidy(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ');
}
