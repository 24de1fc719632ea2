import { foldText } from '../tables/clean.ts';

type TrackName = { readonly id: string; readonly name: string };

/** Endings that offices add to a track's name or leave out. */
const ending = /(?:类|赛道|方向|领域|组别|组|软件|产品)$/;

/**
 * Finds the track that a cell, a sheet's name or a heading means: its id or name, with or without 类, 赛道 …, or the
 * only track whose name stands in the text (“一、工业软件（20 个）”).
 * @returns the track's id, or null when none or several fit
 */
export function recogniseTrack(tracks: readonly TrackName[], text: string): string | null {
  const wanted = foldText(text);
  if (wanted === '') return null;
  const exact = tracks.find(({ id, name }) => foldText(name) === wanted || id === wanted);
  if (exact !== undefined) return exact.id;
  const stem = stripEnding(wanted);
  const alike = tracks.filter(({ name }) => stripEnding(foldText(name)) === stem);
  if (alike.length === 1) return alike[0]?.id ?? null;
  const inside = tracks.filter(({ name }) => wanted.includes(foldText(name)));
  return inside.length === 1 ? (inside[0]?.id ?? null) : null;
}

function stripEnding(text: string): string {
  const shorter = text.replace(ending, '');
  return shorter === text || shorter === '' ? text : stripEnding(shorter);
}
