import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pagePolicy, viewerPolicy } from './content-policy.ts';

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
const appHost = /^mtx$/;
const viewerHost = /^[0-9a-f]{32}$/;

/**
 * Serves the built page: only files of the folder, with their media type and the page's policy.
 * @param folder the built renderer
 * @param url a request's address, `app://mtx/…`
 */
export function serveAppFile(folder: string, url: string): Promise<Response> {
  return serveBuiltFile(folder, url, appHost, {
    'Content-Security-Policy': pagePolicy,
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
}

/**
 * Serves the viewer, which a document's frame loads. The frame is sandboxed and so of no origin: what it asks for
 * crosses origins, and holds nothing that anybody could not have.
 * @param folder the built viewer
 * @param url a request's address, `mtx-viewer://<document>/…`
 */
export function serveViewerFile(folder: string, url: string): Promise<Response> {
  return serveBuiltFile(folder, url, viewerHost, {
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': viewerPolicy,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

async function serveBuiltFile(
  folder: string,
  url: string,
  hosts: RegExp,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const { host, pathname } = new URL(url);
  if (!hosts.test(host) || !plainPath.test(pathname)) return new Response(null, { status: 404 });
  const bytes = await readFile(join(folder, pathname)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': mediaTypes[extname(pathname)] ?? 'application/octet-stream',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-DNS-Prefetch-Control': 'off',
    },
  });
}
