import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { parseDossierAddress, serveDossierFile, type FindDossier } from '#electron/app/dossier-files.ts';

const id = '01890000-0000-7000-8000-000000000001';
const candidateId = '01890000-0000-7000-8000-000000000002';
const sha256 = 'a'.repeat(64);
const address = `mtx-dossier://task/${id}/${candidateId}/${sha256}`;
const bytes = Buffer.from('%PDF-1.7 content');

function holding(mediaType: string): FindDossier {
  return (place) =>
    Promise.resolve(
      place.sha256 === sha256
        ? { size: bytes.length, mediaType, read: ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]) }
        : null,
    );
}

test('an address names task or round, candidate and file', () => {
  expect(parseDossierAddress(address)).toEqual({ of: 'task', id, candidateId, sha256 });
  expect(parseDossierAddress(address.replace('task', 'round'))).toMatchObject({ of: 'round' });
});

test.each([
  `${address}?x`,
  `${address}#x`,
  `${address}/`,
  address.replace('task', 'home'),
  address.replace(candidateId, '..'),
  address.toUpperCase(),
  `mtx-dossier://task/${id}/${sha256}`,
  `https://task/${id}/${candidateId}/${sha256}`,
])('%s is no address of a dossier', (url) => {
  expect(parseDossierAddress(url)).toBeNull();
});

test('a file comes whole, with its type, inert and never cached', async () => {
  const response = await serveDossierFile(new Request(address), holding('application/pdf'));
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': 'app://mtx',
  });
});

test('a part comes as a part', async () => {
  const request = new Request(address, { headers: { range: 'bytes=5-7' } });
  const response = await serveDossierFile(request, holding('application/pdf'));
  expect(response.status).toBe(206);
  expect(response.headers.get('content-range')).toBe(`bytes 5-7/${bytes.length}`);
  expect(await response.text()).toBe('1.7');
});

test('a part beyond the end is refused with the size', async () => {
  const request = new Request(address, { headers: { range: 'bytes=100-' } });
  const response = await serveDossierFile(request, holding('application/pdf'));
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
});

test.each(['text/html', 'image/svg+xml', 'application/javascript', 'application/xhtml+xml'])(
  'a file recorded as %s is handed over as bytes only',
  async (mediaType) => {
    const response = await serveDossierFile(new Request(address), holding(mediaType));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  },
);

test('an unknown file is not found', async () => {
  const unknown = address.replace(sha256, 'b'.repeat(64));
  expect((await serveDossierFile(new Request(unknown), holding('application/pdf'))).status).toBe(404);
  expect((await serveDossierFile(new Request(`${address}?x`), holding('application/pdf'))).status).toBe(404);
});
