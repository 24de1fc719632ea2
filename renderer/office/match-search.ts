/** Whether something is found: every word of the query stands in its search text (name, unit, pinyin, initials). */
export function matchesSearch(search: string, query: string): boolean {
  const text = search.toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
