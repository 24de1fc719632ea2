import type { Grant } from '#shared/ipc/app-calls.ts';
import { goExpert, useApp, type Place } from './app-store.ts';

/** What to do with files that were dropped on the window or opened by the system. */
export type Reception =
  | { readonly what: 'task'; readonly file: Grant }
  | { readonly what: 'receipt'; readonly file: Grant }
  | { readonly what: 'office'; readonly files: readonly Grant[] }
  | { readonly what: 'result-without-workspace'; readonly file: Grant }
  | { readonly what: 'unknown'; readonly file: Grant }
  | { readonly what: 'nothing' };

const hasExtension = (file: Grant, extension: string): boolean => file.name.toLowerCase().endsWith(extension);

/** Decides by the file's extension and by what is on the screen; a task package always opens on the expert's side. */
export function sortFiles(files: readonly Grant[], at: Place['at']): Reception {
  const [first] = files;
  if (first === undefined) return { what: 'nothing' };
  const task = files.find((file) => hasExtension(file, '.mtxtask'));
  if (task !== undefined) return { what: 'task', file: task };
  if (at === 'office') return { what: 'office', files };
  const receipt = files.find((file) => hasExtension(file, '.mtxreceipt'));
  if (receipt !== undefined) return { what: 'receipt', file: receipt };
  const result = files.find((file) => hasExtension(file, '.mtxresult'));
  return result === undefined ? { what: 'unknown', file: first } : { what: 'result-without-workspace', file: result };
}

/** Takes files in; says in `explain` why one of them cannot be used here. */
export function receiveFiles(
  files: readonly Grant[],
  explain: (reason: 'result-without-workspace' | 'unknown', name: string) => void,
): void {
  const reception = sortFiles(files, useApp.getState().place.at);
  switch (reception.what) {
    case 'task':
      goExpert({ what: 'file', file: reception.file });
      return;
    case 'receipt':
      goExpert({ what: 'receipt', file: reception.file });
      return;
    case 'office':
      useApp.setState(({ incoming }) => ({ incoming: [...incoming, ...reception.files] }));
      return;
    case 'result-without-workspace':
    case 'unknown':
      explain(reception.what, reception.file.name);
      return;
    case 'nothing':
  }
}

/** Opens the task package with which the system started the app. */
export function receiveWaiting(): void {
  receiveFiles(useApp.getState().app?.waitingFiles ?? [], () => undefined);
}
