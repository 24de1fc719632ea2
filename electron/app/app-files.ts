import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pagePolicy } from './content-policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Names as the bundler writes them: no escapes, no empty or dotted segments, so no way out of the folder. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/**
 * Serves the built page: only files of the folder, with their media type and the page's policy.
 * @param folder the built renderer
 * @param url a request's address, `app://mtx/…`
 */
export async function serveAppFile(folder: string, url: string): Promise<Response> {
  const { host, pathname } = new URL(url);
  if (host !== 'mtx' || !plainPath.test(pathname)) return new Response(null, { status: 404 });
  const bytes = await readFile(join(folder, pathname)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      'Content-Type': mediaTypes[extname(pathname)] ?? 'application/octet-stream',
      'Content-Security-Policy': pagePolicy,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
