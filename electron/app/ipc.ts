import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { fail } from '#shared/base/result.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { Answer, Log } from './calls.ts';
import { channels } from './channels.ts';
import { isTooLarge } from './input-size.ts';
import { appOrigin, isAppPage } from './origin.ts';

/** What the wiring needs: who may call, who answers, and what becomes of dropped files. */
export type IpcPorts = {
  readonly isOurs: (contents: WebContents) => boolean;
  readonly answer: Answer;
  readonly grantDropped: (paths: readonly string[]) => readonly Grant[];
  readonly log: Log;
};

/** Opens the channels of the contract; once, for all calls. Whoever is not the app's own page is refused. */
export function openChannels(ports: IpcPorts): void {
  ipcMain.handle(channels.call, (event, name: unknown, input: unknown) => {
    if (!isTrusted(event, ports)) return fail('ipc.bad-input', { call: 'sender' });
    if (typeof name !== 'string' || isTooLarge(input)) return fail('ipc.bad-input', { call: '?' });
    return ports.answer(name, input);
  });
  ipcMain.handle(channels.grantFiles, (event, paths: unknown) => {
    if (!isTrusted(event, ports) || !isListOfText(paths)) return [];
    return ports.grantDropped(paths);
  });
}

/** Whether a message comes from the main frame of one of our windows, showing the app's page. */
function isTrusted(event: IpcMainInvokeEvent, { isOurs, log }: IpcPorts): boolean {
  const frame = event.senderFrame;
  const trusted =
    frame !== null &&
    frame.parent === null &&
    frame.origin === appOrigin &&
    isAppPage(frame.url) &&
    isOurs(event.sender);
  if (!trusted) log('warn', `message from a foreign frame refused (${frame?.origin ?? 'gone'})`);
  return trusted;
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= 10_000 && value.every((item) => typeof item === 'string');
}
