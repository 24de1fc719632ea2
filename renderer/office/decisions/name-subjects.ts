import type { RankingView } from '#shared/ipc/office-views.ts';

/** Names for the ids that decisions carry. */
export type Naming = {
  readonly candidate: (id: string) => string;
  readonly expert: (id: string) => string;
};

/** Finds names in a ranking; what it does not hold is named by its id. */
export function makeNaming({ ranking, experts }: Pick<RankingView, 'ranking' | 'experts'>): Naming {
  const candidates = new Map(
    ranking.tracks.flatMap(({ rows }) => rows.map(({ candidateId, code, name }) => [candidateId, `${code} ${name}`])),
  );
  const people = new Map(experts.map(({ id, name }) => [id, name]));
  return { candidate: (id) => candidates.get(id) ?? id, expert: (id) => people.get(id) ?? id };
}
