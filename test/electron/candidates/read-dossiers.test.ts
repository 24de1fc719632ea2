import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recogniseMedia } from '#electron/candidates/media-type.ts';
import { defaultDossierLimits, readDossiers, type DossierReading } from '#electron/candidates/read-dossiers.ts';
import { zipParts } from '../../fixtures/tables/raw-workbook.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mtx-dossiers-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const owners = [
  { code: '1', name: '星澜大厦', dossier: '' },
  { code: '10', name: '云屏软件楼', dossier: '总申报书' },
];

async function read(limits = defaultDossierLimits): Promise<DossierReading> {
  const result = await readDossiers(folder, owners, limits);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

test('files are given to candidates with hash, size, type by content and their own name', async () => {
  await put({
    '1 星澜大厦/申报书.doc': '%PDF-1.7 …',
    '总申报书.pdf': 'plain words',
    '10/照片.jpg': Buffer.from('89504e470d0a1a0a00', 'hex'),
    '杂项/a.txt': 'a',
  });
  const { found, unmatched, without } = await read();
  expect(found).toMatchObject([
    {
      code: '1',
      files: [
        { name: '申报书.doc', mediaType: 'application/pdf', size: 12, path: join(folder, '1 星澜大厦/申报书.doc') },
      ],
    },
    {
      code: '10',
      files: [
        { name: '照片.jpg', mediaType: 'image/png' },
        { name: '总申报书.pdf', mediaType: 'text/plain' },
      ],
    },
  ]);
  expect(found[0]?.files[0]?.sha256).toBe(createHash('sha256').update('%PDF-1.7 …').digest('hex'));
  expect(unmatched).toEqual(['杂项/']);
  expect(without).toEqual([]);
});

test('two files of one name in different folders keep their folders in their names', async () => {
  await put({ '1/营业执照/扫描件.pdf': 'a', '1/审计报告/扫描件.pdf': 'b' });
  expect((await read()).found[0]?.files.map(({ name }) => name)).toEqual(['扫描件.pdf', '营业执照 · 扫描件.pdf']);
});

describe('what is no dossier is refused by name and code', () => {
  test('links that lead out, empty files, programs, copies', async () => {
    await put({
      '1/a.pdf': '%PDF-1.4',
      '1/b.pdf': '%PDF-1.4',
      '1/empty.pdf': '',
      '1/setup.pdf': Buffer.from('4d5a900003000000', 'hex'),
    });
    await symlink('/etc', join(folder, '1', 'etc'));
    await symlink('/etc/hostname', join(folder, '1', '主机名.pdf'));
    const { found, refused } = await read();
    expect(found[0]?.files.map(({ name }) => name)).toEqual(['a.pdf']);
    expect(refused.map(({ name, code }) => `${name} ${code}`).toSorted()).toEqual([
      '1/b.pdf candidates.dossier-repeated',
      '1/empty.pdf candidates.dossier-empty',
      '1/etc candidates.dossier-link',
      '1/setup.pdf candidates.dossier-program',
      '1/主机名.pdf candidates.dossier-link',
    ]);
  });

  test('a file, or a number of files, beyond the limits', async () => {
    await put({ '1/a.pdf': '%PDF-1', '1/b.pdf': '%PDF-2', '1/c.pdf': '%PDF-3 long' });
    const { found, refused } = await read({ ...defaultDossierLimits, filesPerCandidate: 1, fileBytes: 8 });
    expect(found[0]?.files).toHaveLength(1);
    expect(refused).toEqual([
      { name: '1/b.pdf', code: 'candidates.dossiers-of-one-too-many' },
      { name: '1/c.pdf', code: 'candidates.dossier-too-large' },
    ]);
  });
});

test('what systems and office programs leave behind is passed over in silence', async () => {
  await put({
    '1/a.pdf': '%PDF-1',
    '1/~$a.docx': 'x',
    '1/Thumbs.db': 'x',
    '1/.DS_Store': 'x',
    '__MACOSX/1/a.pdf': 'x',
  });
  expect(await read()).toMatchObject({
    found: [{ code: '1', files: [{ name: 'a.pdf' }] }],
    unmatched: [],
    refused: [],
  });
});

test('a folder with too many files, nested too deeply, or missing is refused whole', async () => {
  await put({ '1/a/b/c.pdf': 'x', '1/d.pdf': 'y' });
  expect(await readDossiers(folder, owners, { ...defaultDossierLimits, files: 1 })).toMatchObject({
    error: { code: 'candidates.dossiers-too-many', detail: { limit: 1 } },
  });
  expect(await readDossiers(folder, owners, { ...defaultDossierLimits, depth: 1 })).toMatchObject({
    error: { code: 'candidates.dossiers-too-many' },
  });
  expect(await readDossiers(join(folder, '没有'), owners)).toMatchObject({ error: { code: 'files.missing' } });
});

describe('the media type comes from the content', () => {
  test.each([
    ['PDF behind a mark', '\ufeff%PDF-1.4', 'application/pdf'],
    ['JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
    ['GIF', 'GIF89a;', 'image/gif'],
    ['WebP', 'RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'image/webp'],
    ['text', '申报材料说明\n第一条', 'text/plain'],
    ['a web page', '<html><script>alert(1)</script></html>', 'text/plain'],
    ['an old Office document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/x-ole-storage'],
    ['unknown bytes', Buffer.from([0, 1, 2, 3, 255]), 'application/octet-stream'],
    ['text longer than what is looked at', '软件'.repeat(5000), 'text/plain'],
    ['a drawing', '<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['a drawing with a document type', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', 'text/plain'],
    ['a web page with a drawing', '<html><svg></svg></html>', 'text/plain'],
    ['a picture that names a PDF further on', Buffer.from('GIF89a; %PDF-1.4'), 'image/gif'],
    ['a damaged ZIP', 'PK\u0003\u0004…', 'application/octet-stream'],
  ])('of %s', async (_, content, type) => {
    await put({ 'x.bin': content });
    expect(await recogniseMedia(join(folder, 'x.bin'))).toEqual({ type, program: false });
  });

  test('a program stays one, whatever it names further on', async () => {
    await put({ 'x.bin': Buffer.concat([Buffer.from('MZ'), Buffer.from([0x90, 0, 3]), Buffer.from('%PDF-1.7')]) });
    expect(await recogniseMedia(join(folder, 'x.bin'))).toEqual({ type: 'application/octet-stream', program: true });
  });

  test.each([
    ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['a.txt', 'application/zip'],
  ])('of a container with %s', async (part, type) => {
    await put({ 'x.bin': await zipParts({ 'first.xml': '<a/>', [part]: '<a/>' }) });
    expect((await recogniseMedia(join(folder, 'x.bin'))).type).toBe(type);
  });
});
