import { defaultSuite, type SuiteName } from '#shared/packages/suite.ts';
import { createKeys, loadKeys, type OwnKeys, type StoredKeys } from '../identity/keys.ts';
import type { Home } from '../home/home.ts';
import {
  cardCommission as commission,
  findIdentity,
  keepIdentity,
  listIdentities,
  removeIdentity,
  type IdentityOwner,
} from '../home/identities.ts';

/** The card's keys of a suite stand among those that were made for a commission: they belong to none yet. */
function cardOwner(suite: SuiteName): IdentityOwner {
  return { commission, expertId: suite === defaultSuite ? 'card' : `card ${suite}` };
}

/** The keys that the expert sends ahead on his registration card; made at the first use, the same ever after. */
export async function ownCardKeys(home: Home, suite: SuiteName): Promise<OwnKeys> {
  const owner = cardOwner(suite);
  const held = findIdentity(home, owner);
  if (held !== null) return loadKeys(held);
  const made = await createKeys('expert', home.entropy, suite);
  const kept = home.db
    .transaction((): StoredKeys => {
      const meanwhile = findIdentity(home, owner);
      /* v8 ignore next -- made twice at once, the first one counts */
      if (meanwhile !== null) return meanwhile;
      keepIdentity(home, owner, made);
      return made;
    })
    .immediate();
  return loadKeys(kept);
}

/** Puts the card's keys aside, so that the next card carries new ones. What was sealed to them still opens here. */
export function retireCardKeys(home: Home, suite: SuiteName): void {
  const owner = cardOwner(suite);
  home.db
    .transaction(() => {
      const held = findIdentity(home, owner);
      if (held === null) return;
      const { fingerprint } = loadKeys(held).signer;
      keepIdentity(home, { commission, expertId: `retired ${fingerprint}` }, held);
      removeIdentity(home, owner);
    })
    .immediate();
}

/** All keys to which a task may have been sealed: those of cards, the newest first. */
export function listCardKeys(home: Home): StoredKeys[] {
  return listIdentities(home)
    .filter((identity) => identity.commission === commission)
    .map(({ keys }) => keys);
}

/** Whether this machine has worked for a commission before. */
export function knowsCommission(home: Home, known: string): boolean {
  return home.db.prepare('SELECT 1 FROM identities WHERE commission = ?').get(known) !== undefined;
}
