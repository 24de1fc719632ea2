/**
 * Makes the function that turns words into what they can be found by: themselves, their pinyin and its initials, all in
 * lower case. The dictionary is loaded at the first use only.
 */
export async function makeSearchText(): Promise<(...words: readonly string[]) => string> {
  const { pinyin } = await import('pinyin-pro');
  const spell = (word: string, pattern: 'pinyin' | 'first'): string =>
    pinyin(word, { pattern, toneType: 'none', type: 'array' }).join('');
  return (...words) =>
    words
      .filter((word) => word !== '')
      .flatMap((word) => [word, spell(word, 'pinyin'), spell(word, 'first')])
      .join(' ')
      .toLowerCase();
}
