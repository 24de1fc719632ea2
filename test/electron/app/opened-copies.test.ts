import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierContent } from '#electron/app/dossier-files.ts';
import { makeOpenedCopies } from '#electron/app/opened-copies.ts';
import { packDocx } from '../documents/documents.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'mtx-opened-'));
  folder = join(parent, 'opened');
});
afterEach(() => rmSync(parent, { recursive: true }));

function contentOf(bytes: Buffer, mediaType = 'text/plain'): DossierContent {
  return {
    size: bytes.length,
    mediaType,
    read: async function* read({ start, end }) {
      yield bytes.subarray(start, end + 1);
    },
  };
}

/** A desk of copies that notes what it would open. */
function notingCopies(answer = ''): { copies: ReturnType<typeof makeOpenedCopies>; opened: string[] } {
  const opened: string[] = [];
  let count = 0;
  const copies = makeOpenedCopies(
    folder,
    () => String((count += 1)).padStart(32, '0'),
    async (path) => {
      opened.push(path);
      return answer;
    },
  );
  return { copies, opened };
}

describe('a file handed to another program', () => {
  it('is a copy that cannot be written, in a folder nobody else reads', async () => {
    const bytes = await packDocx('<w:p/>');
    const { copies, opened } = notingCopies();
    expect(await copies.open(contentOf(bytes), '申报书.docx')).toEqual({ ok: true, value: { name: '申报书.docx' } });
    const [path = ''] = opened;
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  });

  it('is named after what it is, not after what it was said to be', async () => {
    const { copies, opened } = notingCopies();
    const page = contentOf(Buffer.from('<html><script>alert(1)</script></html>'), 'application/pdf');
    expect(await copies.open(page, '申报书.html')).toEqual({ ok: true, value: { name: '申报书_html.txt' } });
    expect(opened[0]?.endsWith('.txt')).toBe(true);
  });

  it('is refused when it is a program, and leaves nothing behind', async () => {
    const { copies, opened } = notingCopies();
    const program = contentOf(Buffer.from('MZ\u0090\u0000\u0003\u0000%PDF-1.7'), 'application/pdf');
    expect(await copies.open(program, '申报书.pdf')).toMatchObject({ error: { code: 'candidates.outside-refused' } });
    expect(opened).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is said to have no program when the system knows none', async () => {
    const { copies } = notingCopies('no application');
    expect(await copies.open(contentOf(Buffer.from('x')), 'a.txt')).toMatchObject({
      error: { code: 'candidates.outside-no-program' },
    });
  });
});

describe('all copies', () => {
  it('go when they are told to', async () => {
    const { copies, opened } = notingCopies();
    await copies.open(contentOf(Buffer.from('甲')), '甲.txt');
    await copies.open(contentOf(Buffer.from('乙')), '乙.txt');
    copies.removeAll();
    expect(opened.filter((path) => existsSync(path))).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    copies.removeAll();
  });

  it('that a crash left go at the next start', () => {
    mkdirSync(join(folder, 'left'), { recursive: true });
    writeFileSync(join(folder, 'left', '申报书.docx'), 'left', { mode: 0o400 });
    notingCopies();
    expect(existsSync(folder)).toBe(false);
  });
});
