import { createServer, type Server } from 'node:http';
import type { ElectronApplication, Frame, Locator, Page } from '@playwright/test';
import { packDocx } from '../electron/documents/documents.ts';
import { openTask } from './expert-actions.ts';
import { hostileText, makeHostileDrawing, makeHostilePage, makeHostilePdf } from './hostile-dossier.ts';
import { answerOpenDialogs, expect, readNotice, test, type RunningApp } from './harness.ts';
import { issueDossiers } from './dossier-round.ts';

// One application shows a dossier that was made to break out of its viewer, and is asked what reached the outside.

/** Counts every connection to a port of this machine. */
async function listen(): Promise<{ readonly server: Server; readonly origin: string; readonly count: () => number }> {
  let connections = 0;
  const server = createServer((_, response) => response.end('reached'));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${port}`, count: () => connections };
}

/** Replaces what leads out of the app by counters. */
async function countExits({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ shell, app, dialog }) => {
    const exits: string[] = [];
    Reflect.set(globalThis, 'exits', exits);
    shell.openExternal = async () => void exits.push('openExternal');
    shell.openPath = async () => (exits.push('openPath') > 0 ? '' : 'never');
    shell.showItemInFolder = () => void exits.push('showItemInFolder');
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: exits.push('showMessageBox') < 0 });
    app.on('browser-window-created', () => exits.push('window'));
    app.on('session-created', (session) => session.on('will-download', () => exits.push('download')));
  });
}

const exitsOf = (electron: ElectronApplication): Promise<unknown> =>
  electron.evaluate((): unknown => Reflect.get(globalThis, 'exits'));

/** Notes the names of all calls that reach the main process from now on. */
const noteCalls = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ ipcMain }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const handler: unknown = handlers instanceof Map ? handlers.get('mtx:call') : undefined;
    if (!(handlers instanceof Map) || typeof handler !== 'function') throw new Error('no handler');
    const calls: unknown[] = [];
    Reflect.set(globalThis, 'calls', calls);
    handlers.set('mtx:call', (event: unknown, name: unknown, input: unknown): unknown => {
      calls.push(name);
      return Reflect.apply(handler, undefined, [event, name, input]);
    });
  });

const callsOf = (electron: ElectronApplication): Promise<unknown> =>
  electron.evaluate((): unknown => Reflect.get(globalThis, 'calls'));

async function frameOf(page: Page): Promise<Frame> {
  await expect(page.locator('iframe')).toHaveCount(1);
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('no frame');
  return frame;
}

const tab = (page: Page, name: RegExp): Locator =>
  page.getByRole('region', { name: '申报材料' }).getByRole('tab', { name });

/** Where the browser says that the frames of the window live. */
const processesOf = (electron: ElectronApplication): Promise<readonly (readonly [url: string, pid: number])[]> =>
  electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .flatMap(({ mainFrame }) => mainFrame.framesInSubtree.map(({ url, osProcessId }) => [url, osProcessId] as const)),
  );

const own = /^(?:app:\/\/mtx\/|mtx-viewer:|mtx-dossier:|blob:|data:)/;

/** What a script in the frame tries; each answers with what it got. */
function tryAll(frame: Frame, origin: string): Promise<Record<string, unknown>> {
  return frame.evaluate(async (origin) => {
    const attempt = async (act: () => unknown): Promise<unknown> => {
      try {
        return await act();
      } catch (error) {
        return error instanceof Error || error instanceof DOMException ? error.name : 'error';
      }
    };
    const get = (url: string) => attempt(async () => (await fetch(url)).status);
    const worker = (script: string) =>
      attempt(
        () =>
          new Promise((resolve) => {
            const started = new Worker(URL.createObjectURL(new Blob([script])));
            started.addEventListener('message', ({ data }) => resolve(data));
          }),
      );
    const picture = new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve('error'));
      image.src = `${origin}/image.png`;
    });
    const fetching = (url: string): string =>
      `fetch('${url}').then(({status}) => postMessage(status), ({name}) => postMessage(name))`;
    return {
      bridge: Reflect.get(window, 'mtx') ?? null,
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
      origin: window.origin,
      network: await get(`${origin}/fetch`),
      page: await get('app://mtx/index.html'),
      dossier: await get(`mtx-dossier://task/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/x/${'a'.repeat(64)}`),
      file: await get('file:///etc/passwd'),
      worker: await worker(fetching(`${origin}/worker`)),
      workerPage: await worker(fetching('app://mtx/index.html')),
      picture: await picture,
      socket: await attempt(
        () =>
          new Promise((resolve) => {
            const socket = new WebSocket(origin.replace('http', 'ws'));
            socket.addEventListener('open', () => resolve('open'));
            socket.addEventListener('error', () => resolve('error'));
          }),
      ),
      window: window.open(`${origin}/window`),
      parent: await attempt(() => parent.document.title),
      parentBridge: await attempt((): unknown => Reflect.get(parent, 'mtx')),
      top: await attempt(() => {
        if (window.top !== null) window.top.location.href = `${origin}/top`;
        return 'sent';
      }),
      storage: await attempt(() => localStorage.length),
      database: await attempt(() => indexedDB.open('x')),
      cookie: await attempt(() => document.cookie),
      clipboard: await attempt(() => navigator.clipboard.readText()),
    };
  }, origin);
}

test('a hostile dossier does nothing but show its pages', async ({ launch, folder }) => {
  const { server, origin, count } = await listen();
  const docx = await packDocx('<w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt; 正文</w:t></w:r></w:p>');
  const [task, code] = await issueDossiers(folder, {
    '申报书.pdf': makeHostilePdf(origin),
    '图纸.svg': makeHostileDrawing(origin),
    '网页.html': makeHostilePage(origin),
    '说明.docx': docx,
  });
  const app = await launch();
  const { electron, page } = app;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => requests.push(`dialog ${dialog.message()}`));
  await readNotice(page);
  await countExits(app);
  await answerOpenDialogs(electron, [task]);
  await page.getByRole('button', { name: '打开任务包' }).click();
  await openTask(page, code);

  await test.step('the PDF shows both pages, and clicks on every action lead nowhere', async () => {
    await tab(page, /申报书\.pdf$/).click();
    await noteCalls(electron);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('.textLayer span', { hasText: hostileText[0] })).toBeVisible();
    const box = await frame.locator('.page').first().boundingBox();
    if (box === null) throw new Error('no page');
    for (let strip = 0; strip < 17; strip += 1)
      await page.mouse.click(box.x + box.width / 2, box.y + box.height * (1 - (strip * 40 + 20) / 842));
    for (const annotation of await frame.locator('.annotationLayer :is(a, button, section)').all())
      await annotation.dispatchEvent('click');
    await page.getByRole('button', { name: '下一页' }).click();
    await expect(frame.locator('.textLayer span', { hasText: hostileText[1] })).toBeVisible();
    await page.getByRole('button', { name: '书签' }).click();
    await expect(page.getByRole('menuitem', { name: 'Outside' })).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('menuitem', { name: 'Contents' }).click();
    // All that a document causes in the main process: that somebody reads it.
    expect(new Set([await callsOf(electron)].flat())).toEqual(new Set(['noteReading']));
  });

  await test.step('search, zoom and keys work across the border', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('application');
    await expect(page.getByText('2 / 2', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: '放大' }).click();
    await page.getByRole('textbox', { name: '页码' }).fill('1');
    await page.keyboard.press('Enter');
    await page
      .frameLocator('iframe')
      .locator('.pdf-container')
      .click({ position: { x: 5, y: 5 } });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  const [viewer] = (await processesOf(electron)).filter(([url]) => url.startsWith('mtx-viewer:'));
  await test.step('a script inside the frame has no bridge, no network, no way out', async () => {
    const frame = await frameOf(page);
    const before = frame.url();
    const asked = requests.length;
    expect(await tryAll(frame, origin)).toEqual({
      bridge: null,
      node: [],
      origin: 'null',
      network: 'TypeError',
      page: 'TypeError',
      dossier: 'TypeError',
      file: 'TypeError',
      worker: 'TypeError',
      workerPage: 'TypeError',
      picture: 'error',
      socket: 'error',
      window: null,
      parent: 'SecurityError',
      parentBridge: 'SecurityError',
      top: 'SecurityError',
      storage: 'SecurityError',
      database: 'SecurityError',
      cookie: 'SecurityError',
      clipboard: 'NotAllowedError',
    });
    // To another document of the viewer, or out of it: the frame stays, or it ends and the page says so.
    const another = before.replace(/\w{32}/, '0'.repeat(32));
    for (const address of [another, 'app://mtx/index.html', 'data:text/html,x', `${origin}/self`])
      await frame.evaluate((to) => setTimeout(() => location.assign(to), 0), address).catch(() => undefined);
    await expect(page.getByText('无法显示这份材料。')).toBeVisible();
    // What the test itself tried here is not the dossier's doing.
    requests.length = asked;
    expect(frame.url()).toBe('chrome-error://chromewebdata/');
    expect(page.url()).toBe('app://mtx/index.html');
    expect(await page.evaluate(() => typeof window.mtx.call)).toBe('function');
  });

  await test.step('the frame’s process and frame are refused by the main process, whatever they send', async () => {
    const answers = await electron.evaluate(async ({ ipcMain, webContents }) => {
      const [sender] = webContents.getAllWebContents();
      const senderFrame = sender?.mainFrame.frames[0];
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
      const answer = async (channel: string, ...words: unknown[]): Promise<unknown> => {
        const handler: unknown = handlers instanceof Map ? handlers.get(channel) : undefined;
        if (typeof handler !== 'function' || senderFrame === undefined) return 'no handler';
        const result: unknown = await Reflect.apply(handler, undefined, [{ sender, senderFrame }, ...words]);
        return result;
      };
      return [await answer('mtx:call', 'getAppState', {}), await answer('mtx:grant-files', ['/etc/passwd'])];
    });
    expect(answers).toEqual([{ ok: false, error: { code: 'ipc.bad-input', detail: { call: 'sender' } } }, []]);
  });

  await test.step('a drawing is a picture, a web page its source', async () => {
    await tab(page, /图纸\.svg$/).click();
    const picture = page.frameLocator('iframe').getByRole('img', { name: /图纸/ });
    await expect(picture).toBeVisible();
    await expect
      .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(200);
    await tab(page, /网页\.html$/).click();
    await expect(page.frameLocator('iframe').getByText('<!doctype html>')).toBeVisible();
    await expect(page.frameLocator('iframe').getByRole('heading')).toHaveCount(0);
  });

  await test.step('text can be copied, and files dragged over the frame are for the page', async () => {
    await page.frameLocator('iframe').getByText('<!doctype html>').click();
    const copied = await electron.evaluate(async ({ clipboard, webContents }) => {
      const [contents] = webContents.getAllWebContents();
      contents?.selectAll();
      contents?.copy();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return clipboard.readText();
    });
    expect(copied).toContain('<!doctype html><title>x</title>');
    const place = page.locator('.viewer-frame');
    await page.frameLocator('iframe').locator('body').dispatchEvent('dragenter');
    await expect(place).toHaveAttribute('data-dragging', '');
    await page.mouse.move(20, 20);
    await page.mouse.move(40, 40);
    await expect(place).not.toHaveAttribute('data-dragging');
  });

  await test.step('each document has a process of its own, and none is the page’s', async () => {
    const now = await processesOf(electron);
    const pageProcess = now.find(([url]) => url.startsWith('app:'))?.[1];
    const other = now.find(([url]) => url.startsWith('mtx-viewer:'));
    expect(new Set([pageProcess, viewer?.[1], other?.[1]]).size).toBe(3);
    expect(other?.[0]).not.toBe(viewer?.[0]);
  });

  await test.step('a Word document shows its text, and goes to no other program without a yes', async () => {
    await tab(page, /说明\.docx$/).click();
    await expect(page.getByText('<script>alert(1)</script> 正文')).toBeVisible();
    expect(await exitsOf(electron)).toEqual([]);
    await page.getByRole('button', { name: '用其他程序打开…' }).click();
    await expect.poll(() => exitsOf(electron)).toEqual(['showMessageBox']);
  });

  expect(count()).toBe(0);
  expect(requests.filter((url) => !own.test(url))).toEqual([]);
  expect(await exitsOf(electron)).toEqual(['showMessageBox']);
  server.close();
});
