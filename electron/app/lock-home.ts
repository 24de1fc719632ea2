import type { LockReason } from '#shared/ipc/home-calls.ts';
import type { Desk } from './desk.ts';
import type { Tell } from './events.ts';
import type { OpenedCopies } from './opened-copies.ts';

type Ports = { readonly desk: Desk; readonly openedCopies: OpenedCopies; readonly tell: Tell };

/** Locks the expert's work: nothing of it stays open, in the window or in copies for other programs. */
export async function lockHome({ desk, openedCopies, tell }: Ports, why: LockReason): Promise<void> {
  if (!(await desk.home.lock())) return;
  openedCopies.removeAll();
  tell('homeLocked', { why });
}
