import { create } from 'zustand';
import type { Failure } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { RoundView, WorkspaceView } from '#shared/ipc/office-views.ts';
import { bridge } from '../bridge/bridge.ts';
import type { Page } from './stages.ts';

type Office = {
  readonly workspace: WorkspaceView | null;
  readonly page: Page;
  /** The round that all pages but the overview are about. */
  readonly round: RoundView | null;
  /** Why a round could not be read. */
  readonly failure: Failure | null;
  /** Files chosen or dropped for the page on the screen, until it takes them. */
  readonly files: readonly Grant[];
};

const nothingOpen: Office = { workspace: null, page: 'overview', round: null, failure: null, files: [] };

export const useOffice = create<Office>(() => nothingOpen);

/** Shows a workspace that was just opened. */
export function enterWorkspace(workspace: WorkspaceView): void {
  useOffice.setState({ ...nothingOpen, workspace });
}

/** Forgets everything about the workspace; its passphrase is asked for again. */
export function leaveWorkspace(): void {
  useOffice.setState(nothingOpen);
}

/** Goes to a page, with files for it to take. */
export function openPage(page: Page, files: readonly Grant[] = []): void {
  useOffice.setState({ page, files });
}

/** Makes a round the one that the pages are about. */
export async function openRound(roundId: string, page: Page): Promise<void> {
  const result = await bridge.getRound({ roundId });
  if (result.ok) useOffice.setState({ round: result.value, failure: null, page, files: [] });
  else useOffice.setState({ failure: result.error });
}

/** Reads the open round again, after something changed its counts; an answer for another round is dropped. */
export async function refreshRound(): Promise<void> {
  const roundId = useOffice.getState().round?.round.id;
  if (roundId === undefined) return;
  const result = await bridge.getRound({ roundId });
  if (result.ok && useOffice.getState().round?.round.id === roundId) useOffice.setState({ round: result.value });
}

/** Puts a round in place as a call returned it. */
export function putRound(round: RoundView): void {
  useOffice.setState({ round, failure: null });
}

/** Closes the round, for example because it was deleted. */
export function closeRound(): void {
  useOffice.setState({ round: null, page: 'overview', files: [] });
}

/** Hands the waiting files to the page that asks; they are given once. */
export function takeFiles(): readonly Grant[] {
  const { files } = useOffice.getState();
  if (files.length > 0) useOffice.setState({ files: [] });
  return files;
}
