import { create } from 'zustand';
import type { SavedPlace } from '#shared/ipc/office-views.ts';

/** Where the packages of a round were written, as long as the window is open: later nobody knows where they went. */
export const useIssueFolders = create<{ readonly folders: Readonly<Record<string, SavedPlace>> }>(() => ({
  folders: {},
}));

/** Remembers where the packages of a round were written. */
export function keepIssueFolder(roundId: string, folder: SavedPlace): void {
  useIssueFolders.setState(({ folders }) => ({ folders: { ...folders, [roundId]: folder } }));
}
