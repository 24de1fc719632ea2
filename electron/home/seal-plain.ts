import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sheetSchema } from '#shared/scoring/sheet.ts';
import { dossierPath, openSealedFile } from './dossiers.ts';
import { homePaths, type Home } from './home.ts';
import { identityPlace, predicatePlace, secretPlace, sheetPlace, starsPlace, submissionPlace } from './places.ts';

/**
 * Seals what a home of an earlier version kept open: its rows in one transaction, then its dossiers one by one, and at
 * last whatever the file, its log and its backups still hold of them. Killed at any step it goes on at the next unlock.
 */
export async function sealPlain(home: Home): Promise<void> {
  const { db, folder } = home;
  if (!hasTable(home, 'plain_leftovers')) return;
  db.pragma('secure_delete = ON');
  db.transaction(() => sealRows(home)).immediate();
  await sealDossiers(home);
  rmSync(homePaths.backups(folder), { recursive: true, force: true });
  db.exec('VACUUM');
  db.exec('DROP TABLE plain_leftovers');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function hasTable({ db }: Home, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

function sealRows(home: Home): void {
  if (!hasTable(home, 'plain_sheets')) return;
  sealTasks(home);
  sealSubmissions(home);
  sealSheets(home);
  home.db.exec('DROP TABLE plain_sheets; DROP TABLE plain_stars;');
}

type TaskRow = { id: string; predicate: string; secret: string | null };
type IdentityRow = { commission: string; expert_id: string; keys: string };

function sealTasks({ db, vault }: Home): void {
  for (const row of db.prepare<[], TaskRow>('SELECT id, predicate, secret FROM tasks').all()) {
    const secret = row.secret === null ? null : vault.seal(secretPlace(row.id), row.secret);
    const predicate = JSON.stringify(vault.seal(predicatePlace(row.id), row.predicate));
    db.prepare('UPDATE tasks SET predicate = ?, secret = ? WHERE id = ?').run(predicate, secret, row.id);
  }
  for (const row of db.prepare<[], IdentityRow>('SELECT commission, expert_id, keys FROM identities').all()) {
    const keys = JSON.stringify(vault.seal(identityPlace(row.commission, row.expert_id), row.keys));
    db.prepare('UPDATE identities SET keys = ? WHERE commission = ? AND expert_id = ?').run(
      keys,
      row.commission,
      row.expert_id,
    );
  }
}

type SubmissionRow = { statement: string; file: string; reason: string | null };

function sealSubmissions({ db, vault }: Home): void {
  for (const row of db.prepare<[], SubmissionRow>('SELECT statement, file, reason FROM submissions').all()) {
    const file = vault.seal(submissionPlace('file', row.statement), row.file);
    const reason = row.reason === null ? null : vault.seal(submissionPlace('reason', row.statement), row.reason);
    db.prepare('UPDATE submissions SET file = ?, reason = ? WHERE statement = ?').run(file, reason, row.statement);
  }
}

type SheetRow = { task_id: string; sheet: string };

/** The sheets of an earlier version in the form that is sealed. */
const plainSheets = `SELECT task_id, json_object('candidateId', candidate_id, 'state', state, 'points', json(points),
  'gates', json(gates), 'fraud', json(iif(fraud, 'true', 'false')), 'comment', comment, 'reason', reason,
  'revision', revision, 'firstEditedAt', first_edited_at, 'lastEditedAt', last_edited_at) AS sheet FROM plain_sheets`;

const starSchema = z.array(z.object({ task_id: z.string(), candidate_id: z.string() }));

function sealSheets({ db, vault }: Home): void {
  const insert = db.prepare('INSERT INTO sheets (task_id, candidate_id, sealed) VALUES (?, ?, ?)');
  for (const { task_id: taskId, sheet } of db.prepare<[], SheetRow>(plainSheets).all()) {
    const parsed = sheetSchema.parse(JSON.parse(sheet));
    insert.run(taskId, parsed.candidateId, vault.sealJson(sheetPlace(taskId, parsed.candidateId), parsed));
  }
  const stars = starSchema.parse(db.prepare('SELECT task_id, candidate_id FROM plain_stars').all());
  for (const taskId of new Set(stars.map((star) => star.task_id))) {
    const ids = stars.filter((star) => star.task_id === taskId).map((star) => star.candidate_id);
    const sealed = vault.sealJson(starsPlace(taskId), ids);
    db.prepare('INSERT INTO stars (task_id, sealed) VALUES (?, ?)').run(taskId, sealed);
  }
}

/** Dossiers of an earlier version lie under their SHA-256; each is removed once its sealed form is on disk. */
async function sealDossiers(home: Home): Promise<void> {
  const folder = homePaths.dossiers(home.folder);
  for (const name of readdirSync(folder)) {
    // Parts that a stop left behind: plain ones of an earlier version, and unfinished sealed ones.
    if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    await sealOne(home, join(folder, name), dossierPath(home, name));
  }
}

async function sealOne(home: Home, plain: string, sealed: string): Promise<void> {
  if (!existsSync(sealed)) {
    const file = await openSealedFile(sealed, home);
    try {
      for await (const part of readPlain(plain)) await file.write(part);
    } catch (error) {
      await file.discard();
      throw error;
    }
    await file.commit();
  }
  await rm(plain, { force: true });
}

function readPlain(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}
