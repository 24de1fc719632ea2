import { loadKeys, type OwnKeys } from '../identity/keys.ts';
import type { Home } from './home.ts';
import { findIdentity, listIdentities } from './identities.ts';
import type { LocalTask } from './load-task.ts';

/**
 * The keys that sign the results of a task: those that it was sealed to, else the expert's own for its commission.
 * @returns null when it was sealed to keys that were renewed since: then no result of it can be taken
 */
export function findTaskSigner(home: Home, { commission, predicate }: LocalTask): OwnKeys | null {
  const { audience, expertId } = predicate;
  if (audience !== null) {
    const all = listIdentities(home).map(({ keys }) => loadKeys(keys));
    return all.find(({ signer }) => signer.fingerprint === audience) ?? null;
  }
  const keys = findIdentity(home, { commission, expertId });
  if (keys === null) throw new Error('a task has no identity');
  return loadKeys(keys);
}
