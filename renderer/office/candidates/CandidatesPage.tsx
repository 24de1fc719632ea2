import type { RoundView } from '#shared/ipc/office-views.ts';

export function CandidatesPage({ view }: { readonly view: RoundView }) {
  return <p>{view.round.title}</p>;
}
