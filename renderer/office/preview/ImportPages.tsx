import type { RoundView } from '#shared/ipc/office-views.ts';

export function ImportCandidatesPage({ view }: { readonly view: RoundView }) {
  return <p>{view.round.title}</p>;
}

export function ImportExpertsPage({ view }: { readonly view: RoundView }) {
  return <p>{view.round.title}</p>;
}
