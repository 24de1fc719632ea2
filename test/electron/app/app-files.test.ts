import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveAppFile, serveViewerFile } from '#electron/app/app-files.ts';
import { pagePolicy, viewerPolicy } from '#electron/app/content-policy.ts';

let parent: string;
let folder: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'mtx-app-files-'));
  folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>页面</p>');
  writeFileSync(join(folder, 'assets', 'index-a1B2.js'), 'export {};');
  writeFileSync(join(folder, '.sources'), 'private');
  writeFileSync(join(parent, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(parent, { recursive: true }));

test.each([
  ['app://mtx/index.html', 'text/html; charset=utf-8'],
  ['app://mtx/index.html#/office', 'text/html; charset=utf-8'],
  ['app://mtx/assets/index-a1B2.js', 'text/javascript; charset=utf-8'],
])('%s is served with its type and the policy', async (url, type) => {
  const response = await serveAppFile(folder, url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toBe(pagePolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  'app://mtx/../secret.txt',
  'app://mtx/%2e%2e/secret.txt',
  'app://mtx/..%2fsecret.txt',
  'app://mtx/assets/..%5c..%5csecret.txt',
  'app://mtx/.sources',
  'app://mtx/assets',
  'app://mtx/',
  'app://mtx//index.html',
  'app://mtx/index.html%00',
  'app://other/index.html',
])('%s is not found', async (url) => {
  const response = await serveAppFile(folder, url);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

test('the policy lets no script in but the bundle’s', () => {
  expect(pagePolicy).toContain("default-src 'none'");
  expect(pagePolicy).toContain("script-src 'self';");
  expect(pagePolicy).not.toMatch(/script-src[^;]*(?:unsafe-inline|'unsafe-eval'|data:|blob:|https?:)/);
  expect(pagePolicy).not.toMatch(/https?:|\*/);
});

const viewer = `mtx-viewer://${'0a'.repeat(16)}`;

test('the viewer comes with its own policy, for a frame without an origin', async () => {
  const response = await serveViewerFile(folder, `${viewer}/index.html`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toBe(viewerPolicy);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test.each([
  `${viewer}/../secret.txt`,
  `${viewer}/%2e%2e/secret.txt`,
  `${viewer}/.sources`,
  'mtx-viewer://x/index.html',
])('%s is not found', async (url) => {
  expect((await serveViewerFile(folder, url)).status).toBe(404);
});

test('the viewer’s policy has a sandbox without an origin and no way out', () => {
  expect(viewerPolicy).toMatch(/^sandbox allow-scripts; default-src 'none';/);
  expect(viewerPolicy).not.toMatch(/https?:|\*|data:|unsafe-inline|'unsafe-eval'|allow-same-origin|mtx-dossier/);
});
