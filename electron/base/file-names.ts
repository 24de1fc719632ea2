/**
 * A file name that Windows, macOS and Linux take: reserved characters and control characters become spaces, length is
 * bounded, no dot or space at the end.
 * @param words parts joined by dashes
 */
export function makeFileName(words: readonly string[], extension: string): string {
  const stem = words
    .map((word) =>
      word
        .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, 40),
    )
    .filter((word) => word !== '')
    .join('-')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${stem === '' ? 'mtx' : stem}${extension}`;
}

/** Keeps names apart as file systems that fold case do: a name met before gets a number. */
export function makeUniqueNames(): (name: string, extension: string) => string {
  const used = new Set<string>();
  return (name, extension) => {
    const stem = name.slice(0, name.length - extension.length);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${stem}-${number}${extension}`;
      const key = candidate.normalize('NFC').toLowerCase();
      if (used.has(key)) continue;
      used.add(key);
      return candidate;
    }
  };
}
