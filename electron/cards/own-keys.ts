import { z } from 'zod';
import { createKeys, loadKeys, storedKeysSchema, type OwnKeys, type StoredKeys } from '../identity/keys.ts';
import { homeTime, type Home } from '../home/home.ts';
import { identityPlace } from '../home/places.ts';

/** Where the keys of a registration card stand among those that were made for a commission: they belong to none yet. */
const cardOwner = { commission: '0'.repeat(64), expertId: 'card' } as const;

type IdentityRow = { commission: string; expert_id: string; keys: string };

/** The keys that the expert sends ahead on his registration card; made at the first use, the same ever after. */
export async function ownCardKeys(home: Home): Promise<OwnKeys> {
  const held = findCardKeys(home);
  if (held !== null) return loadKeys(held);
  const made = await createKeys('expert', home.entropy);
  const place = identityPlace(cardOwner.commission, cardOwner.expertId);
  home.db
    .prepare('INSERT OR IGNORE INTO identities (commission, expert_id, keys, created_at) VALUES (?, ?, ?, ?)')
    .run(cardOwner.commission, cardOwner.expertId, JSON.stringify(home.vault.sealJson(place, made)), homeTime(home));
  /* v8 ignore next -- made twice at once, the first one counts; what was inserted or found is there */
  return loadKeys(findCardKeys(home) ?? made);
}

/** The card's keys, or null while no card was made. */
export function findCardKeys(home: Home): StoredKeys | null {
  const row = home.db
    .prepare<[string, string], IdentityRow>('SELECT * FROM identities WHERE commission = ? AND expert_id = ?')
    .get(cardOwner.commission, cardOwner.expertId);
  return row === undefined ? null : openRow(home, row);
}

/** Whether this machine has worked for a commission before. */
export function knowsCommission(home: Home, commission: string): boolean {
  return home.db.prepare('SELECT 1 FROM identities WHERE commission = ?').get(commission) !== undefined;
}

function openRow(home: Home, { commission, expert_id: expertId, keys }: IdentityRow): StoredKeys {
  const place = identityPlace(commission, expertId);
  return storedKeysSchema.parse(home.vault.openJson(place, z.string().parse(JSON.parse(keys))));
}
