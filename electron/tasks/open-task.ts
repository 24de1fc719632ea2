import { makeId } from '#shared/base/ids.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatFingerprint, parseFingerprint } from '#shared/identity/fingerprint.ts';
import type { TaskSummary } from '#shared/ipc/expert-views.ts';
import type { TaskPredicate } from '#shared/packages/task.ts';
import { readInstructions } from '#shared/packages/revoked-keys.ts';
import { knowsCommission, listCardKeys } from '../cards/own-keys.ts';
import { createKeys, loadKeys, type StoredKeys } from '../identity/keys.ts';
import { openTask as openTaskPackage, type OpenedTask } from '../packages/open-task.ts';
import { dropStaged } from '../packages/stage-file.ts';
import { homePaths, homeTime, traceHome, type Home } from '../home/home.ts';
import { carrySheets } from '../scoring/carry-sheets.ts';
import { summariseTask } from './list-tasks.ts';
import { sealingSink } from '../home/dossiers.ts';
import { loadTask } from '../home/load-task.ts';
import { findKeysFor } from '../home/forerunner.ts';
import { findIdentity, keepIdentity } from '../home/identities.ts';
import { predicatePlace, secretPlace } from '../home/places.ts';
import { renewKeys } from '../home/renew-keys.ts';

export type OpenTaskInput = { readonly path: string; readonly code: string; readonly commission?: string };

/**
 * Opens a task package with its activation code and keeps task and dossiers in the home. A package opened before is
 * found again with all its sheets. At the first task of a commission the expert's keys are made; keys that a new task
 * names as revoked are renewed, and scores of the task that a new one takes the place of are taken along.
 * @param path the `.mtxtask` file
 * @param code empty: the task was sealed to the key of the expert's registration card
 * @param commission fingerprint (as text) of an office that the expert has compared; for tasks sealed to a key
 */
export async function openTask(home: Home, { path, code, commission }: OpenTaskInput): Promise<Result<TaskSummary>> {
  const opened = code === '' ? await openByKey(home, path, commission) : await openByCode(home, path, code);
  if (!opened.ok) return opened;
  await dropStaged(opened.value.staged);
  const id = findOpened(home, opened.value.taskStatement) ?? (await keepTask(home, opened.value));
  const task = loadTask(home, id);
  return task.ok ? ok(summariseTask(home, task.value)) : task;
}

type Opening = ReturnType<typeof openTaskPackage>;

function openByCode(home: Home, file: string, code: string): Opening {
  const staging = homePaths.staging(home.folder);
  return openTaskPackage({ file, staging, unlock: { by: 'code', code }, sink: sealingSink(home) });
}

/** Opens what was sealed to a card's key, when the office is known here or has just been compared. */
async function openByKey(home: Home, file: string, confirmed: string | undefined): Opening {
  const keys = listCardKeys(home).map(loadKeys);
  if (keys.length === 0) return fail('identity.code-empty');
  const open = (commission: string): Opening =>
    openTaskPackage({
      file,
      staging: homePaths.staging(home.folder),
      unlock: { by: 'keys', keys, commission },
      sink: sealingSink(home),
    });
  const asked = await open('');
  if (asked.ok || asked.error.code !== 'package.wrong-commission') {
    // Sealed to a code, or to another key: then a code is what is missing.
    return asked.ok || !isOtherLock(asked.error.code) ? asked : fail('identity.code-empty');
  }
  const commission = String(asked.error.detail?.['commission']);
  const compared = confirmed === undefined ? null : parseFingerprint(confirmed);
  if (knowsCommission(home, commission) || compared?.(commission) === true) return open(commission);
  return fail('identity.commission-unconfirmed', { fingerprint: formatFingerprint(commission) });
}

function isOtherLock(code: string): boolean {
  return code === 'package.code-needed' || code === 'package.wrong-recipient';
}

function findOpened(home: Home, statement: string): string | undefined {
  return home.db.prepare<[string], { id: string }>('SELECT id FROM tasks WHERE statement = ?').get(statement)?.id;
}

async function keepTask(home: Home, { task, taskStatement, secret }: OpenedTask): Promise<string> {
  const id = makeId(home.entropy);
  const at = homeTime(home);
  const commission = task.signer.fingerprint;
  const owner = { commission, expertId: task.expertId };
  const keys = await chooseKeys(home, task);
  home.db.transaction(() => {
    const held = findIdentity(home, owner);
    if (held?.signing !== keys.signing) keepIdentity(home, owner, keys);
    home.db
      .prepare(
        `INSERT INTO tasks (id, statement, commission, round_id, expert_id, seq, predicate, secret, opened_at)
         VALUES (:id, :taskStatement, :commission, :roundId, :expertId, :seq, :predicate, :secret, :at)`,
      )
      .run({
        id,
        taskStatement,
        commission,
        roundId: task.roundId,
        expertId: task.expertId,
        seq: task.seq,
        predicate: JSON.stringify(home.vault.sealJson(predicatePlace(id), task)),
        secret: secret === null ? null : home.vault.seal(secretPlace(id), secret),
        at,
      });
    traceHome(home, task.expertId, { event: 'task-opened', body: { statement: taskStatement } });
    const kept = loadTask(home, id);
    if (kept.ok) carrySheets(home, kept.value);
  })();
  return id;
}

/** The keys that the task was sealed to; else the expert's own, renewed when the task says that they were revoked. */
async function chooseKeys(home: Home, task: TaskPredicate): Promise<StoredKeys> {
  const { audience, round, suite, expertId } = task;
  const sealedTo = listCardKeys(home).find((keys) => loadKeys(keys).signer.fingerprint === audience);
  const held = sealedTo ?? findKeysFor(home, task);
  if (held === null) return createKeys('expert', home.entropy, suite);
  const { fingerprint } = loadKeys(held).signer;
  if (!readInstructions(round.instructions).revoked.includes(formatFingerprint(fingerprint))) return held;
  await renewKeys(home, { fingerprint, suite, expertId, cause: 'task' });
  return findKeysFor(home, task) ?? createKeys('expert', home.entropy, suite);
}
