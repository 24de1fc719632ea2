import type { SuiteName } from '#shared/packages/suite.ts';
import { createKeys, loadKeys } from '../identity/keys.ts';
import { traceHome, type Home } from './home.ts';
import { cardCommission, keepIdentity, listIdentities, removeIdentity, type Identity } from './identities.ts';

/** Why keys are renewed: a task of the commission named them as revoked, its receipt did, or the expert asked for it. */
export type RenewalCause = 'task' | 'receipt' | 'asked';

export type Renewal = {
  /** Of the keys to be replaced, hexadecimal. */
  readonly fingerprint: string;
  /** That of the task; where there is none, that of the old keys. */
  readonly suite: SuiteName | undefined;
  readonly expertId: string;
  readonly cause: RenewalCause;
};

/**
 * 更换密钥: puts new keys in the place of those that a commission no longer takes, for whatever they were used here, and
 * forgets them. A registration card made next carries new keys too.
 * @returns fingerprint of the new keys; null when the old ones are not in use here
 */
export async function renewKeys(home: Home, { fingerprint, suite, expertId, cause }: Renewal): Promise<string | null> {
  const [first] = findHeld(home, fingerprint);
  if (first === undefined) return null;
  const made = await createKeys('expert', home.entropy, suite ?? first.keys.suite);
  const next = loadKeys(made).signer.fingerprint;
  return home.db
    .transaction((): string | null => {
      const held = findHeld(home, fingerprint);
      // Renewed by somebody else meanwhile: those keys count.
      if (held.length === 0) return null;
      for (const owner of held) {
        if (owner.commission === cardCommission) removeIdentity(home, owner);
        else keepIdentity(home, owner, made);
      }
      traceHome(home, expertId, { event: 'keys-renewed', body: { fingerprint: next, cause } });
      return next;
    })
    .immediate();
}

function findHeld(home: Home, fingerprint: string): Identity[] {
  return listIdentities(home).filter(({ keys }) => loadKeys(keys).signer.fingerprint === fingerprint);
}
