import type { RoundView } from '#shared/ipc/office-views.ts';
import { ImportPage } from './ImportPage.tsx';

/** The way of a spreadsheet of candidates into the round. */
export function ImportCandidatesPage({ view }: { readonly view: RoundView }) {
  return <ImportPage what="candidates" round={view.round} />;
}

/** The way of a spreadsheet of experts into the round. */
export function ImportExpertsPage({ view }: { readonly view: RoundView }) {
  return <ImportPage what="experts" round={view.round} />;
}
