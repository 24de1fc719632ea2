import { create } from 'zustand';
import type { Failure } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { DossierOutcome } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';

type DossierStore = {
  /** Whether the drawer is open. */
  readonly open: boolean;
  readonly busy: boolean;
  readonly outcome: DossierOutcome | null;
  readonly failure: Failure | null;
};

/** Attaching a folder of dossiers, and its report. */
export const useDossiers = create<DossierStore>(() => ({ open: false, busy: false, outcome: null, failure: null }));

/** Opens or closes the drawer; the last report stays in it. */
export function showDossiers(open: boolean): void {
  useDossiers.setState({ open });
}

/**
 * Attaches a folder to the candidates of a round; a second folder while one is read is left out.
 * @returns whether something was attached, so that the list must be read again
 */
export async function attachFolder(roundId: string, folder: Grant): Promise<boolean> {
  if (useDossiers.getState().busy) return false;
  useDossiers.setState({ open: true, busy: true, outcome: null, failure: null });
  const result = await bridge.attachDossiers({ roundId, folder: folder.id });
  useDossiers.setState(result.ok ? { busy: false, outcome: result.value } : { busy: false, failure: result.error });
  return result.ok && result.value.attached > 0;
}
