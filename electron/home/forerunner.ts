import { z } from 'zod';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { storedKeysSchema, type StoredKeys } from '../identity/keys.ts';
import { followRotations } from '../packages/succession.ts';
import type { Home } from './home.ts';
import { identityPlace } from './places.ts';

/**
 * The expert's keys for the commission as he knew it before it rotated its own: an older key of the commission, whose
 * task was opened on this machine, signs in the key of the new task. So the commission still knows him by his keys, and
 * nobody else can claim to be its successor.
 */
export function findForerunner(
  home: Home,
  task: Pick<TaskPredicate, 'expertId' | 'signer' | 'rotations'>,
): StoredKeys | null {
  const { expertId, signer, rotations = [] } = task;
  const rows = home.db
    .prepare<[string], { commission: string; keys: string }>(
      'SELECT commission, keys FROM identities WHERE expert_id = ? ORDER BY created_at DESC',
    )
    .all(expertId);
  const known = rows.find(({ commission }) => followRotations(commission, rotations).includes(signer.fingerprint));
  if (known === undefined) return null;
  const sealed = z.string().parse(JSON.parse(known.keys));
  return storedKeysSchema.parse(home.vault.openJson(identityPlace(known.commission, expertId), sealed));
}
