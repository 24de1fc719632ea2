/** One statement of a signer's chain in a round. Hashes are statement hashes. */
export type ChainLink = { readonly seq: number; readonly statement: string; readonly previous: string | null };

/** What becomes of a verified statement beside those already held. */
export type ReplayVerdict = 'accepted' | 'superseded' | 'duplicate' | 'stale' | 'fork';

/**
 * Replay check (package format 1): the same statement is a `duplicate`; another statement under a held number, or one
 * whose `previous` contradicts a held neighbour, is a `fork`; a lower number is `stale`; a higher one supersedes.
 * A gap is no contradiction: the package in between may have been lost on its way.
 * @param held statements accepted so far from this key in this round, in any order
 */
export function decideReplay(held: readonly ChainLink[], link: ChainLink): ReplayVerdict {
  if (held.some(({ statement }) => statement === link.statement)) return 'duplicate';
  if (held.some((other) => contradict(other, link))) return 'fork';
  if (held.some(({ seq }) => seq > link.seq)) return 'stale';
  return held.length === 0 ? 'accepted' : 'superseded';
}

function contradict(held: ChainLink, link: ChainLink): boolean {
  if (held.seq === link.seq) return true;
  const [earlier, later] = held.seq < link.seq ? [held, link] : [link, held];
  const follows = later.previous === earlier.statement;
  return (later.seq === earlier.seq + 1) !== follows;
}
