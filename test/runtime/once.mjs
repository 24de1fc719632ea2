// Making a folder once, also when several processes want it at the same time.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './run.mjs';

const staleAfter = 10 * 60 * 1000;

/** Whether the process that holds a lock is gone, or has left no sign of life for ten minutes. */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > staleAfter) return true;
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. ENOENT: released just now, or its pid is not written yet. EPERM: alive, another user's.
    return error.code === 'ESRCH';
  }
}

/** Takes a lock (a folder: mkdir is atomic), waiting for whoever holds it until `isDone`. @returns whether it was taken. */
async function takeLock(lock, isDone) {
  for (let told = false; ;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isDone()) return false;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else {
      if (!told) say(`Another process is preparing ${dirname(lock)}; waiting for it …`);
      told = true;
      await wait(500);
    }
  }
}

/**
 * Makes `folder` by `build(temporaryFolder)` unless it exists: built aside, renamed as the last step, by one process only.
 * When `build` throws, nothing is left behind.
 */
export async function makeFolderOnce(folder, build) {
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  if (!(await takeLock(lock, () => existsSync(folder)))) return;
  const temporary = `${folder}.making`;
  const signOfLife = setInterval(() => utimesSync(lock, new Date(), new Date()), 30_000);
  try {
    if (existsSync(folder)) return;
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    await build(temporary);
    renameSync(temporary, folder);
  } finally {
    clearInterval(signOfLife);
    rmSync(temporary, { recursive: true, force: true });
    rmSync(lock, { recursive: true, force: true });
  }
}
