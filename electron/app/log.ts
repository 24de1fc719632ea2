import { join } from 'node:path';
import type { Log } from './calls.ts';

/** The log keeps two files of at most this size (bytes). */
const largestLog = 1024 * 1024;

/**
 * Opens the app's log. Lines hold names of calls, codes and faults; no names of persons, no titles, no scores, no paths.
 * electron-log is loaded with the first line only (most runs start without one), in its form without channels to windows.
 * @param folder where main.log lies
 */
export function openLog(folder: string): Log {
  const opening = { log: undefined as Promise<Log> | undefined };
  return (level, line) => {
    opening.log ??= loadLog(folder);
    void opening.log.then((log) => log(level, line));
  };
}

async function loadLog(folder: string): Promise<Log> {
  const { default: log } = await import('electron-log/node');
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = largestLog;
  log.transports.file.level = 'info';
  log.transports.console.level = false;
  return (level, line) => log[level](line);
}
