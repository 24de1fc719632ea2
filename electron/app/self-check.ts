import { app, type BrowserWindow } from 'electron';

/** How long the first window may take to show something, milliseconds. */
const limit = 60_000;
const pause = 200;

/**
 * `--self-check`: opens the first window, prints what it shows and the errors of its page as one line of JSON, and ends
 * the app with 0 or 1. So that an installation can be tried without anybody looking, and without a debugging port.
 */
export function checkSelf(open: () => BrowserWindow): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('console-message', (_event, level, message) => level >= 3 && errors.push(message));
    contents.on('preload-error', (_event, _path, error) => errors.push(error.message));
    contents.on('render-process-gone', (_event, { reason }) => errors.push(reason));
  });
  const errors: string[] = [];
  const end = (title: string, text: string): void => {
    process.stdout.write(`${JSON.stringify({ title, text: text.replaceAll(/\s+/g, ' '), errors })}\n`, () =>
      app.exit(errors.length === 0 ? 0 : 1),
    );
  };
  void app.whenReady().then(async () => {
    const window = open();
    for (let waited = 0; waited < limit; waited += pause) {
      const text = await readText(window);
      if (text !== '') return end(window.getTitle(), text);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    errors.push('nothing shown');
    return end('', '');
  });
}

/** The text on the screen; empty while the page loads. */
async function readText({ webContents }: BrowserWindow): Promise<string> {
  if (webContents.isLoading()) return '';
  const text: unknown = await webContents.executeJavaScript('document.body.innerText.trim()');
  return typeof text === 'string' ? text : '';
}
