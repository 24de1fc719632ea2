import { app, powerMonitor } from 'electron';
import type { LockReason } from '#shared/ipc/home-calls.ts';
import type { AutoLock } from '../home/auto-lock.ts';
import type { Desk } from './desk.ts';
import type { Tell } from './events.ts';
import { lockHome } from './lock-home.ts';
import type { OpenedCopies } from './opened-copies.ts';

/** How often idleness is looked at, milliseconds. */
const lookEvery = 5000;

/** Locks the expert's work when nobody is at the desk, and when the system sleeps or locks its screen. */
export function watchLock(ports: {
  readonly desk: Desk;
  readonly openedCopies: OpenedCopies;
  readonly autoLock: AutoLock;
  readonly tell: Tell;
}): void {
  const { desk, autoLock } = ports;
  const lock = (why: LockReason): void => void lockHome(ports, why);
  // What a person does in any window of ours; without what the page itself does.
  app.on('web-contents-created', (_, contents) => contents.on('input-event', autoLock.touch));
  app.on('window-all-closed', () => lock('system'));
  setInterval(() => {
    if (!desk.home.isOpen) autoLock.touch();
    else if (autoLock.isDue()) lock('idle');
  }, lookEvery).unref();
  void app.whenReady().then(() => {
    powerMonitor.on('suspend', () => lock('system'));
    powerMonitor.on('lock-screen', () => lock('system'));
  });
}
