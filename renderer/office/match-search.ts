/** Whether something is found: every word of the query stands in its search text (name, unit, pinyin, initials). */
export function matchesSearch(search: string, query: string): boolean {
  return makeSearch(query)(search.toLowerCase());
}

/** As `matchesSearch`, for many texts that are in lower case already. */
export function makeSearch(query: string): (search: string) => boolean {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/);
  return (search) => words.every((word) => search.includes(word));
}
