import type { RoundView } from '#shared/ipc/office-views.ts';

export function IntakePage({ view }: { readonly view: RoundView }) {
  return <p>{view.round.title}</p>;
}
