import { create } from 'zustand';
import type { Failure } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { IntakeEntry, IntakeVerdict } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { refreshRound } from '../office-store.ts';

type IntakeStore = {
  readonly busy: boolean;
  /** Files that came while an import runs. */
  readonly queue: readonly Grant[];
  /** What the latest import brought; null before the first. */
  readonly latest: readonly IntakeEntry[] | null;
  readonly failure: Failure | null;
  /** Rises with every import, so that the history is read again. */
  readonly turn: number;
};

/** The import of result packages. It runs on while other pages are looked at. */
export const useIntake = create<IntakeStore>(() => ({
  busy: false,
  queue: [],
  latest: null,
  failure: null,
  turn: 0,
}));

/** Imports result packages and folders of them; files that come while one import runs follow after it. */
export async function importFiles(files: readonly Grant[]): Promise<void> {
  useIntake.setState(({ queue }) => ({ queue: [...queue, ...files] }));
  if (useIntake.getState().busy) return;
  useIntake.setState({ busy: true, latest: null, failure: null });
  const entries: IntakeEntry[] = [];
  let failure: Failure | null = null;
  for (let batch = takeQueue(); batch.length > 0 && failure === null; batch = takeQueue()) {
    const result = await bridge.importResults({ files: batch.map(({ id }) => id) });
    if (result.ok) entries.push(...result.value);
    else failure = result.error;
  }
  useIntake.setState(({ turn }) => ({ busy: false, latest: entries, failure, turn: turn + 1 }));
  await refreshRound();
}

function takeQueue(): readonly Grant[] {
  const { queue } = useIntake.getState();
  useIntake.setState({ queue: [] });
  return queue;
}

export type IntakeFilter = 'all' | 'latest' | 'refused';

/** The history with what just came in; the newest first, every package once. */
export function mergeEntries(history: readonly IntakeEntry[], latest: readonly IntakeEntry[] | null): IntakeEntry[] {
  const known = new Set(history.map(({ id }) => id));
  return [...(latest ?? []).filter(({ id }) => !known.has(id)).toReversed(), ...history];
}

export function filterEntries(
  entries: readonly IntakeEntry[],
  latest: readonly IntakeEntry[] | null,
  filter: IntakeFilter,
): IntakeEntry[] {
  const fresh = new Set((latest ?? []).map(({ id }) => id));
  return entries.filter(
    ({ id, verdict }) => filter === 'all' || (filter === 'latest' ? fresh.has(id) : verdict === 'refused'),
  );
}

/** How many packages got each verdict. */
export function countVerdicts(entries: readonly IntakeEntry[]): Readonly<Record<IntakeVerdict, number>> {
  const counts = { accepted: 0, superseded: 0, duplicate: 0, refused: 0 };
  for (const { verdict } of entries) counts[verdict] += 1;
  return counts;
}
