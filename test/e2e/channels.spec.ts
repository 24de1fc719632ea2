import { expect, test, type Page } from '@playwright/test';
import { contract } from '#shared/ipc/contract.ts';
import { callApp, shareApp } from './harness.ts';

const app = shareApp();

const uuid = '01890000-0000-7000-8000-000000000000';
const digest = 'a'.repeat(64);

/** The status of a request made by the page, or the kind of error. */
function fetchStatus(page: Page, url: string, method = 'GET'): Promise<number | string> {
  return page.evaluate(
    ([url, method]) =>
      fetch(url, { method }).then(
        ({ status }) => status,
        (error: unknown) => (error instanceof Error ? error.name : 'error'),
      ),
    [url, method] as const,
  );
}

test.describe('the call channel', () => {
  test('refuses names that the contract does not have', async () => {
    const { page } = app();
    for (const name of ['readFile', '__proto__', 'constructor', 'toString', '', 'mtx:call'])
      expect(await callApp(page, name, {}), name).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
  });

  test('refuses inputs that break the schema and changes nothing', async () => {
    const { page } = app();
    const before = await callApp(page, 'getAppState', {});
    const malformed: readonly (readonly [string, unknown])[] = [
      ['savePreferences', undefined],
      ['savePreferences', { language: 'zh-CN', theme: 'light', textSize: 15, noticeRead: true }],
      ['savePreferences', { language: 'zh-CN', theme: 'light', textSize: 14, noticeRead: true, more: 1 }],
      ['chooseFiles', { purpose: 'anything' }],
      ['openTask', { file: '/etc/passwd', code: 'X' }],
      ['openTask', { file: ['../../etc/passwd'], code: 'X' }],
      ['getTask', { taskId: "1' OR '1'='1" }],
      ['getRound', { roundId: { $ne: null } }],
      ['showSavedFile', { id: '/etc/passwd' }],
      ['getAppState', { __proto__: null, extra: true }],
      ['listTasks', null],
    ];
    for (const [name, input] of malformed)
      expect(await callApp(page, name, input), name).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
    expect(await callApp(page, 'getAppState', {})).toEqual(before);
  });

  test('takes no prototype from an input, and none is changed by one', async () => {
    const { electron, page } = app();
    const inputs = [
      '{"__proto__":{"polluted":1},"purpose":"task"}',
      '{"constructor":{"prototype":{"polluted":1}},"taskId":"x"}',
      '{"language":"zh-CN","theme":"light","textSize":14,"noticeRead":true,"__proto__":{"polluted":1}}',
    ];
    for (const name of ['savePreferences', 'getTask', 'saveRound', 'mendPreviewRow'])
      for (const input of inputs) await callApp(page, name, JSON.parse(input));
    const polluted = await electron.evaluate(() => Reflect.has({}, 'polluted') || Reflect.has([], 'polluted'));
    expect(polluted).toBe(false);
  });

  test('refuses what is too large before any schema reads it, and goes on answering', async () => {
    const { page } = app();
    const answers = await page.evaluate(async () => {
      const call: unknown = window.mtx.call;
      if (typeof call !== 'function') return [];
      const loop: Record<string, unknown> = {};
      loop['self'] = loop;
      const inputs = [
        { files: Array(600_000).fill('0'.repeat(32)) },
        { file: 'x'.repeat(40_000_000), code: 'X' },
        new Uint8Array(40_000_000),
        new Map([['file', 'x']]),
        loop,
      ];
      const answered: unknown[] = [];
      for (const input of inputs)
        for (const name of ['importResults', 'openTask']) answered.push(await call(name, input).catch(() => 'thrown'));
      return answered;
    });
    expect(answers).toHaveLength(10);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
    expect(await callApp(page, 'getAppState', {})).toMatchObject({ ok: true });
  });

  test('has no other channel', async () => {
    const { electron } = app();
    const channels = await electron.evaluate(({ ipcMain }): unknown => {
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers');
      return [
        handlers instanceof Map ? [...handlers.keys()].map(String).toSorted((a, b) => a.localeCompare(b)) : null,
        ipcMain.eventNames(),
      ];
    });
    expect(channels).toEqual([['mtx:call', 'mtx:grant-files'], ['error']]);
  });

  test('refuses a grant that nobody gave', async () => {
    const { page } = app();
    const answer = await callApp(page, 'openWorkspace', { folder: 'f'.repeat(32), passphrase: 'X' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'ipc.grant-unknown' } });
  });

  test('refuses another page, even one with the preload script', async () => {
    const { electron, page } = app();
    const answers = await electron.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/main/preload.cjs`;
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await window.loadURL('data:text/html,foreign');
      const foreign: unknown = await window.webContents.executeJavaScript(
        `Promise.all([mtx.call('getAppState', {}), mtx.grantFiles([new File(['x'], 'x')])])`,
      );
      window.destroy();
      return foreign;
    });
    expect(answers).toEqual([{ ok: false, error: { code: 'ipc.bad-input', detail: { call: 'sender' } } }, []]);
    expect(await callApp(page, 'getAppState', {})).toMatchObject({ ok: true });
  });

  test('grants nothing for a file that the page made up', async () => {
    const { page } = app();
    const grants = await page.evaluate(() =>
      window.mtx.grantFiles([new File(['x'], '/etc/passwd'), '/etc/passwd', { path: '/etc/passwd' }, null]),
    );
    expect(grants).toEqual([]);
  });
});

test('every answer to a broken call is one of the contract’s, for every name of it', async () => {
  const { page } = app();
  for (const name of Object.keys(contract))
    for (const input of [
      undefined,
      null,
      'x',
      [],
      { '': '' },
      { taskId: { $gt: '' } },
      Array(3),
      Number.POSITIVE_INFINITY,
    ]) {
      const answer = await callApp(page, name, input);
      expect(answer, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
    }
});

test.describe('the protocols', () => {
  test('app:// serves the bundle and nothing around it', async () => {
    const { page } = app();
    expect(await fetchStatus(page, 'app://mtx/index.html')).toBe(200);
    const outside = [
      'app://mtx/../main/main.cjs',
      'app://mtx/%2e%2e/main/main.cjs',
      'app://mtx/..%2fmain/main.cjs',
      'app://mtx/..%5cmain%5cmain.cjs',
      'app://mtx//etc/passwd',
      'app://mtx/.sources',
      'app://mtx/missing.js',
      'app://mtx/assets/',
      'app://mtx/index.html%00.js',
    ];
    for (const url of outside) expect(await fetchStatus(page, url), url).toBe(404);
    expect(await fetchStatus(page, 'app://other/index.html')).toBe('TypeError');
  });

  test('the page comes with its policy and is not sniffed', async () => {
    const { page } = app();
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('app://mtx/index.html')).headers));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const scripts = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(scripts).toBe("'self'");
  });

  test('mtx-dossier:// refuses unknown files and every other form of address', async () => {
    const { page } = app();
    const addresses = [
      `mtx-dossier://task/${uuid}/${uuid}/${digest}`,
      `mtx-dossier://round/${uuid}/${uuid}/${digest}`,
      `mtx-dossier://task/${uuid}/${uuid}/../../../../etc/passwd`,
      `mtx-dossier://task/${uuid}/${uuid}/..%2f..%2fhome.db`,
      `mtx-dossier://task/${uuid}/${uuid}/${digest}?x=1`,
      `mtx-dossier://home/${uuid}/${uuid}/${digest}`,
      `mtx-dossier://task/${uuid}/${digest}`,
    ];
    for (const address of addresses) expect(await fetchStatus(page, address), address).toBe(404);
    expect(await fetchStatus(page, addresses[0] ?? '', 'POST')).not.toBe(200);
  });
});
