import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '#shared/base/result.ts';
import type { IdentityCode } from '#shared/identity/sentences.ts';
import { decryptWhole, encryptAge, inMemory } from '../identity/age.ts';
import { padJson } from '../identity/sealed-cell.ts';
import { columnOpener, isSealedColumn, makeColumnKey } from '../identity/sealed-column.ts';
import { codePlace, loadColumnKey, markPhone, phonePlace, sealColumns, sealedBlock, sealedPlace } from './columns.ts';
import type { UnlockedWorkspace } from './workspace.ts';

const saltLength = 16;
/**
 * Opens the sealed columns of a workspace that was just unlocked. At the first time it makes their key, and seals what
 * an earlier version kept open; after a rotation of the commission's keys it seals the key to the new one.
 */
export async function protectColumns(workspace: UnlockedWorkspace): Promise<Result<UnlockedWorkspace, IdentityCode>> {
  const { db, keys } = workspace;
  if (loadColumnKey(db) === undefined) await makeKey(workspace);
  const secret = await openSecret(workspace);
  if (!secret.ok) return secret;
  if (secret.value.former) await storeSecret(db, secret.value.bytes, keys.recipient);
  sealPlainColumns(workspace);
  return ok({ ...workspace, columns: columnOpener(secret.value.bytes) });
}

async function makeKey({ db, keys, entropy }: UnlockedWorkspace): Promise<void> {
  const { publicKey, secret } = makeColumnKey();
  const sealed = await sealSecret(secret, keys.recipient);
  const salt = Buffer.from(entropy.randomBytes(saltLength)).toString('base64');
  // Another process may have made one meanwhile: the first one counts.
  db.prepare('INSERT OR IGNORE INTO column_key (id, public_key, secret, salt) VALUES (1, ?, ?, ?)').run(
    publicKey,
    sealed,
    salt,
  );
}

type OpenedSecret = { readonly bytes: Buffer; readonly former: boolean };

async function openSecret({ db, keys }: UnlockedWorkspace): Promise<Result<OpenedSecret, IdentityCode>> {
  const sealed = Buffer.from(loadColumnKey(db)?.secret ?? '', 'base64');
  for (const identity of [keys.identity, ...keys.former.map((each) => each.identity)]) {
    const bytes = await decryptWhole(sealed, { by: 'identities', identities: [identity] });
    if (bytes.ok) return ok({ bytes: bytes.value, former: identity !== keys.identity });
  }
  return fail('identity.key-file-damaged', { file: 'workspace.db' });
}

async function storeSecret(db: Database, secret: Uint8Array, recipient: string): Promise<void> {
  db.prepare('UPDATE column_key SET secret = ?').run(await sealSecret(secret, recipient));
}

async function sealSecret(secret: Uint8Array, recipient: string): Promise<string> {
  const parts: Uint8Array[] = [];
  const sealed = await encryptAge(inMemory(secret), { by: 'recipients', recipients: [recipient] });
  for await (const part of sealed) parts.push(part);
  return Buffer.concat(parts).toString('base64');
}

/**
 * Seals what stands open in rows of an earlier version, in one transaction; then nothing of it is left in the file, its
 * log and the backups made before. Killed at any step it goes on at the next unlock.
 */
function sealPlainColumns({ db, folder }: UnlockedWorkspace): void {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'plain_leftovers'").get() === undefined) return;
  db.pragma('secure_delete = ON');
  const sealed = db.transaction(() => sealRows(db)).immediate();
  if (sealed > 0 || db.prepare('SELECT 1 FROM plain_leftovers').get() !== undefined) {
    rmSync(join(folder, 'backups'), { recursive: true, force: true });
    db.exec('VACUUM');
  }
  db.exec('DROP TABLE plain_leftovers');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

type Row = { readonly id: string; readonly text: string };

/** @returns how many texts were sealed */
function sealRows(db: Database): number {
  const seal = sealColumns(db);
  let count = 0;
  const each = (list: string, write: (row: Row) => void): void => {
    for (const row of db.prepare<[], Row>(list).all()) {
      if (isSealedColumn(row.text)) continue;
      write(row);
      count += 1;
    }
  };
  const setCode = db.prepare('UPDATE tasks SET code = ? WHERE statement = ?');
  each('SELECT statement AS id, code AS text FROM tasks', ({ id, text }) => setCode.run(seal(codePlace(id), text), id));
  const setPhone = db.prepare('UPDATE experts SET phone = ?, phone_mark = ? WHERE id = ?');
  each("SELECT id, phone AS text FROM experts WHERE phone <> ''", ({ id, text }) =>
    setPhone.run(seal(phonePlace(id), text), markPhone(db, text), id),
  );
  const setSealed = db.prepare('UPDATE candidates SET sealed = ? WHERE id = ?');
  each("SELECT id, sealed AS text FROM candidates WHERE json_type(sealed) = 'object' AND sealed <> '{}'", (row) => {
    const text = padJson(JSON.parse(row.text), sealedBlock);
    setSealed.run(JSON.stringify(seal(sealedPlace(row.id), text)), row.id);
  });
  // Tells the next unlock, should this one be killed before the file was rebuilt.
  if (count > 0) db.exec("INSERT INTO plain_leftovers (since) VALUES ('030')");
  return count;
}
