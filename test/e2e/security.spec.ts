import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { closeApp, launchApp } from './harness.ts';

// One application for all of these tests: none of them may change anything. Each starts from a fresh page.
let folder: string;
let electron: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mtx-security-'));
  ({ electron, page } = await launchApp({ userData: folder }));
});

test.beforeEach(async () => {
  await page.reload();
});

test.afterAll(async () => {
  await closeApp(electron);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const uuid = '01890000-0000-7000-8000-000000000000';
const digest = 'a'.repeat(64);

/** What `window.mtx.call` answers to any name and input, as a compromised page could send them. */
function callRaw(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([name, input]) => Reflect.apply(window.mtx.call, undefined, [name, input]), [name, input] as const);
}

/** The status of a request made by the page, or the kind of error. */
function fetchStatus(page: Page, url: string, init: RequestInit = {}): Promise<number | string> {
  return page.evaluate(
    ([url, init]) => fetch(url, init).then(({ status }) => status, (error: unknown) => (error instanceof Error ? error.name : 'error')),
    [url, init] as const,
  );
}

/** Puts an element into the page and tells which directives of the content policy it breaks within half a second. */
function violationsOf(page: Page, html: string): Promise<string[]> {
  return page.evaluate(async (html) => {
    const seen: string[] = [];
    const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): number => seen.push(effectiveDirective);
    document.addEventListener('securitypolicyviolation', note);
    const fragment = document.createRange().createContextualFragment(html);
    document.body.append(fragment);
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.removeEventListener('securitypolicyviolation', note);
    return seen;
  }, html);
}

test.describe('the window', () => {
  test('has the bridge and nothing of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.mtx).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter((name) => name in window),
    }));
    expect(found).toEqual({ bridge: ['call', 'grantFiles', 'on'], node: [] });
  });

  test('cannot replace the bridge', async () => {
    const replaced = await page.evaluate(() => [
      Reflect.set(window, 'mtx', null),
      Reflect.set(window.mtx, 'call', null),
      Reflect.deleteProperty(window, 'mtx'),
    ]);
    expect(replaced).toEqual([false, false, false]);
  });

  test('is isolated, sandboxed and without Node', async () => {
    const preferences = await electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getLastWebPreferences()),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });
});

test.describe('the content policy', () => {
  test('blocks eval, Function and strings as timers', async () => {
    const outcomes = await page.evaluate(
      () =>
        new Promise((resolve) => {
          // In a task of the page itself: what the test driver evaluates is exempt from the policy.
          setTimeout(() => {
            const attempts = [() => globalThis.eval('1'), () => Reflect.construct(Function, ['return 1'])];
            resolve(
              attempts.map((attempt) => {
                try {
                  attempt();
                  return 'ran';
                } catch (error) {
                  return error instanceof Error ? error.name : 'error';
                }
              }),
            );
          });
        }),
    );
    expect(outcomes).toEqual(['EvalError', 'EvalError']);
  });

  for (const [what, html, directive] of [
    ['an inline script', '<script>window.hacked = true</script>', 'script-src-elem'],
    ['an inline event handler', '<img src="data:," onerror="window.hacked = true">', 'script-src-attr'],
    ['a remote script', '<script src="https://example.org/x.js"></script>', 'script-src-elem'],
    ['a script in a data address', '<script src="data:text/javascript,window.hacked=true"></script>', 'script-src-elem'],
    ['a remote image', '<img src="https://example.org/x.png">', 'img-src'],
    ['a remote style sheet', '<link rel="stylesheet" href="https://example.org/x.css">', 'style-src-elem'],
    ['a frame', '<iframe src="data:text/html,x"></iframe>', 'frame-src'],
    ['an object', '<object data="data:application/pdf,x"></object>', 'object-src'],
    ['a base address', '<base href="https://example.org/">', 'base-uri'],
  ] as const) {
    test(`blocks ${what}`, async () => {
        expect(await violationsOf(page, html)).toContain(directive);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    });
  }
});

test.describe('the network', () => {
  test('is out of reach for the page by any way of asking', async () => {
    for (const url of ['http://127.0.0.1:9/', 'https://example.org/', 'file:///etc/passwd', 'ftp://example.org/'])
      expect(await fetchStatus(page, url), url).toBe('TypeError');
    const others = await page.evaluate(async () => {
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket('ws://127.0.0.1:9/');
        opened.addEventListener('open', () => resolve('open'));
        opened.addEventListener('error', () => resolve('error'));
      }).catch((error: unknown) => String(error));
      return [await socket, navigator.sendBeacon('http://127.0.0.1:9/') ? 'queued' : 'refused'];
    });
    expect(others[0]).toBe('error');
  });

  test('stays shut in the session even where the content policy does not reach', async () => {
    const outcomes = await electron.evaluate(async ({ BrowserWindow, webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined) return [];
      const { session } = contents;
      const window = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
      const found: string[] = [];
      for (const address of ['http://127.0.0.1:9/', 'https://example.org/', 'file:///etc/passwd', 'ws://127.0.0.1:9/'])
        await window.loadURL(address).then(
          () => found.push('loaded'),
          (error: unknown) => found.push(String(error)),
        );
      window.destroy();
      return found;
    });
    expect(outcomes).toHaveLength(4);
    for (const outcome of outcomes) expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('learns nothing through WebRTC', async () => {
    const candidates = await page.evaluate(async () => {
      const found: string[] = [];
      try {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
        connection.addEventListener('icecandidate', ({ candidate }) => {
          if (candidate !== null && candidate.candidate !== '') found.push(candidate.candidate);
        });
        connection.createDataChannel('x');
        await connection.setLocalDescription(await connection.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1000));
      } catch {
        return [];
      }
      return found.filter((candidate) => !candidate.includes('.local') && candidate.includes('udp'));
    });
    expect(candidates).toEqual([]);
  });
});

test.describe('navigation', () => {
  for (const [what, address] of [
    ['the network', 'https://example.org/'],
    ['a file', 'file:///etc/passwd'],
    ['a data address', 'data:text/html,x'],
    ['another file of the app', 'app://mtx/assets/x.html'],
    ['a dossier', `mtx-dossier://task/${uuid}/${uuid}/${digest}`],
  ] as const) {
    test(`to ${what} is denied`, async () => {
        const before = page.url();
      await page.evaluate((address) => {
        location.href = address;
      }, address);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => typeof window.mtx.call)).toBe('function');
    });
  }

  test('opens no window, whatever the way', async () => {
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull();
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'app://mtx/index.html', target: '_blank' });
      document.body.append(link);
      link.click();
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(electron.windows()).toHaveLength(1);
  });

  test('saves no download', async () => {
    const downloads = electron.evaluate(
      ({ webContents }) =>
        new Promise((resolve) => {
          const [contents] = webContents.getAllWebContents();
          contents?.session.on('will-download', (event) => setTimeout(() => resolve(event.defaultPrevented), 0));
        }),
    );
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' });
      document.body.append(link);
      link.click();
    });
    expect(await downloads).toBe(true);
  });
});

test('every permission is denied', async () => {
  const states = await page.evaluate(async () => {
    const denied = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error || error instanceof GeolocationPositionError ? 'denied' : String(error)),
      );
    return {
      camera: await denied(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await denied(navigator.mediaDevices.getDisplayMedia()),
      place: await denied(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      clipboard: await denied(navigator.clipboard.readText()),
      notifications: await Notification.requestPermission(),
    };
  });
  expect(states).toEqual({
    camera: 'denied',
    screen: 'denied',
    place: 'denied',
    clipboard: 'denied',
    notifications: 'denied',
  });
});

test.describe('the call channel', () => {
  test('refuses names that the contract does not have', async () => {
    for (const name of ['readFile', '__proto__', 'constructor', 'toString', '', 'mtx:call'])
      expect(await callRaw(page, name, {}), name).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
  });

  test('refuses inputs that break the schema and changes nothing', async () => {
    const before = await callRaw(page, 'getAppState', {});
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
      expect(await callRaw(page, name, input), name).toMatchObject({ ok: false, error: { code: 'ipc.bad-input' } });
    expect(await callRaw(page, 'getAppState', {})).toEqual(before);
  });

  test('refuses a grant that nobody gave', async () => {
    const answer = await callRaw(page, 'openTask', { file: 'f'.repeat(32), code: 'X' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'ipc.grant-unknown' } });
  });

  test('refuses another page, even one with the preload script', async () => {
    const answers = await electron.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/main/preload.cjs`;
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await window.loadURL('data:text/html,foreign');
      const foreign: unknown = await window.webContents.executeJavaScript(
        `Promise.all([mtx.call('getAppState', {}), mtx.grantFiles([new File(['x'], 'x')])])`,
      );
      window.destroy();
      return foreign;
    });
    expect(answers).toEqual([{ ok: false, error: { code: 'ipc.bad-input', detail: { call: 'sender' } } }, []]);
    expect(await callRaw(page, 'getAppState', {})).toMatchObject({ ok: true });
  });

  test('grants nothing for a file that the page made up', async () => {
    const grants = await page.evaluate(() =>
      window.mtx.grantFiles([new File(['x'], '/etc/passwd'), '/etc/passwd', { path: '/etc/passwd' }, null]),
    );
    expect(grants).toEqual([]);
  });
});

test.describe('the protocols', () => {
  test('app:// serves the bundle and nothing around it', async () => {
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
    const headers = await page.evaluate(async () => Object.fromEntries((await fetch('app://mtx/index.html')).headers));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const scripts = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
  });

  test('mtx-dossier:// refuses unknown files and every other form of address', async () => {
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
    expect(await fetchStatus(page, addresses[0] ?? '', { method: 'POST' })).not.toBe(200);
  });
});
