import { z } from 'zod';
import { call } from './call.ts';

/**
 * `new`: nothing on this machine yet. `open-work`: work of an earlier version, to be protected before it goes on.
 * `locked`: asks for the passphrase. `open`: everything can be read until it is locked.
 */
export type HomeView = {
  readonly state: 'new' | 'open-work' | 'locked' | 'open';
  /** How many tasks; all that a locked home tells. */
  readonly tasks: number;
  readonly lockAfter: LockAfter;
};

/** Minutes without anybody at the desk after which the home locks by itself; null: never. */
export const lockAfterChoices = [5, 15, 30, null] as const;
export const lockAfterSchema = z.union([z.literal(5), z.literal(15), z.literal(30), z.null()]);
export type LockAfter = z.infer<typeof lockAfterSchema>;

/** Why the home was locked: the button, nobody at the desk, or the system going to sleep or locking its screen. */
export type LockReason = 'asked' | 'idle' | 'system';

const passphraseSchema = z.string().max(1000);

/** Calls about the protection of the expert's work on this machine. */
export const homeCalls = {
  getHome: call<HomeView>()(z.strictObject({})),
  /** The first passphrase; seals work of an earlier version. */
  setUpHome: call<HomeView>()(z.strictObject({ passphrase: passphraseSchema })),
  unlockHome: call<HomeView>()(z.strictObject({ passphrase: passphraseSchema })),
  lockHome: call<null>()(z.strictObject({})),
  setHomeLock: call<HomeView>()(z.strictObject({ lockAfter: lockAfterSchema })),
  changeHomePassphrase: call<HomeView>()(z.strictObject({ present: passphraseSchema, next: passphraseSchema })),
  /** For a forgotten passphrase: moves the work aside, where it stays, and begins anew. The old work's folder. */
  startHomeAnew: call<{ readonly folder: string }>()(z.strictObject({ confirmed: z.literal(true) })),
};
