import { expect, test, type Page } from '@playwright/test';
import { shareApp } from './harness.ts';

const app = shareApp();

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

/** Puts an element into the page and tells which directive of the content policy it breaks. */
function violationOf(page: Page, html: string): Promise<string> {
  return page.evaluate(
    (html) =>
      new Promise<string>((resolve) => {
        const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => resolve(effectiveDirective);
        document.addEventListener('securitypolicyviolation', note, { once: true });
        setTimeout(() => resolve('nothing'), 2000);
        document.body.append(document.createRange().createContextualFragment(html));
      }),
    html,
  );
}

test.describe('the window', () => {
  test('has the bridge and nothing of Node or Electron', async () => {
    const { page } = app();
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.mtx).toSorted(),
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
        (name) => name in window,
      ),
    }));
    expect(found).toEqual({ bridge: ['call', 'grantFiles', 'on'], node: [] });
  });

  test('cannot replace the bridge', async () => {
    const { page } = app();
    const replaced = await page.evaluate(() => [
      Reflect.set(window, 'mtx', null),
      Reflect.set(window.mtx, 'call', null),
      Reflect.deleteProperty(window, 'mtx'),
    ]);
    expect(replaced).toEqual([false, false, false]);
  });

  test('is isolated, sandboxed and without Node', async () => {
    const { electron } = app();
    const preferences = await electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents): unknown => {
        // Not in Electron's types, but the only place that tells what a window was really made with.
        const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
        return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
      }),
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
    const { page } = app();
    const outcomes = await page.evaluate(
      () =>
        new Promise((resolve) => {
          // In a task of the page itself: what the test driver evaluates is exempt from the policy.
          setTimeout(() => {
            // oxlint-disable-next-line no-eval -- that the policy blocks it is what this test is about
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
    [
      'a script in a data address',
      '<script src="data:text/javascript,window.hacked=true"></script>',
      'script-src-elem',
    ],
    ['a remote image', '<img src="https://example.org/x.png">', 'img-src'],
    ['a remote style sheet', '<link rel="stylesheet" href="https://example.org/x.css">', 'style-src-elem'],
    ['a frame', '<iframe src="data:text/html,x"></iframe>', 'frame-src'],
    ['an object', '<object data="data:application/pdf,x"></object>', 'object-src'],
    ['a base address', '<base href="https://example.org/">', 'base-uri'],
  ] as const) {
    test(`blocks ${what}`, async () => {
      const { page } = app();
      expect(await violationOf(page, html)).toBe(directive);
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    });
  }
});

test.describe('the network', () => {
  test('is out of reach for the page by any way of asking', async () => {
    const { page } = app();
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
    const { electron } = app();
    const outcomes = await electron.evaluate(async ({ BrowserWindow, webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined) return [];
      const { session } = contents;
      const found: string[] = [];
      for (const address of ['http://127.0.0.1:9/', 'https://example.org/', 'file:///etc/passwd']) {
        const window = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
        await window.loadURL(address).then(
          () => found.push('loaded'),
          (error: unknown) => found.push(String(error)),
        );
        window.destroy();
      }
      return found;
    });
    expect(outcomes).toHaveLength(3);
    for (const outcome of outcomes) expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('learns nothing through WebRTC', async () => {
    const { page } = app();
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

test('every permission is denied', async () => {
  const { page } = app();
  const states = await page.evaluate(async () => {
    const denied = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'granted',
        (error: unknown) =>
          error instanceof Error || error instanceof GeolocationPositionError ? 'denied' : String(error),
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
