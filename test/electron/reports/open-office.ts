import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice, undefined where it is not installed. */
export const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path));

/** Opens all files at once in LibreOffice and prints each to PDF beside it. Starting it takes longer than a file. */
export async function openInOffice(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const paths = Object.keys(files).map((name) => join(folder, name));
  await run(office ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths]);
}

/** The text of each page of a PDF, blanks left out: lines break where the page has room. */
export async function pagesOf(path: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', [path, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll(/\s+/g, ''));
}
