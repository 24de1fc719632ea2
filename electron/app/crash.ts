import { app, dialog, type BrowserWindow } from 'electron';
import type { Language } from '#shared/base/sentence.ts';
import type { Log } from './calls.ts';
import { describeError } from './describe-error.ts';
import { say } from './words.ts';

type Ports = { readonly log: Log; readonly language: () => Language };

/** Offers to reload when the page's process has gone; what was saved lies with the main process. */
export function watchPage(window: BrowserWindow, { log, language }: Ports): void {
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log('error', `page gone: ${reason} ${exitCode}`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const buttons = [say('reload', language()), say('quit', language())];
    const message = say('pageGone', language());
    void dialog
      .showMessageBox(window, { type: 'warning', message, buttons, cancelId: 1, noLink: true })
      .then((answer) => {
        if (answer.response === 0) window.webContents.reload();
        else app.quit();
      });
  });
  window.webContents.on('unresponsive', () => log('warn', 'page unresponsive'));
}

/** Logs what nobody caught. After an uncaught exception the state is unknown: it tells the person and ends the app. */
export function watchProcess({ log, language }: Ports): void {
  process.on('unhandledRejection', (reason) => log('error', `unhandled rejection: ${describeError(reason)}`));
  process.on('uncaughtException', (error) => {
    log('error', `uncaught exception: ${describeError(error)}`);
    dialog.showErrorBox(say('product', language()), say('programFailed', language()));
    app.exit(1);
  });
  app.on('child-process-gone', (_, { type, reason, exitCode }) => log('error', `${type} gone: ${reason} ${exitCode}`));
}
