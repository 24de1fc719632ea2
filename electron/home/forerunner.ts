import type { TaskPredicate } from '#shared/packages/task.ts';
import type { StoredKeys } from '../identity/keys.ts';
import { followRotations } from '../packages/succession.ts';
import type { Home } from './home.ts';
import { findIdentity, listIdentities } from './identities.ts';

/**
 * The expert's keys for the commission of a task: those he has for it, or those for the commission as he knew it before
 * it rotated its own. An older key of the commission, whose task was opened on this machine, signs in the key of the new
 * task: so the commission still knows him by his keys, and nobody else can claim to be its successor.
 */
export function findKeysFor(
  home: Home,
  { expertId, signer, rotations = [] }: Pick<TaskPredicate, 'expertId' | 'signer' | 'rotations'>,
): StoredKeys | null {
  const held = findIdentity(home, { commission: signer.fingerprint, expertId });
  if (held !== null || rotations.length === 0) return held;
  const before = listIdentities(home).find(
    (identity) =>
      identity.expertId === expertId && followRotations(identity.commission, rotations).includes(signer.fingerprint),
  );
  return before?.keys ?? null;
}
