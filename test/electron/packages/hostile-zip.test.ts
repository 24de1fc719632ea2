import type { PackageCode } from '#shared/packages/sentences.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, setUpDesk } from '#test/fixtures/packages/desk.ts';
import type { ForgedMember, Forgery } from '#test/fixtures/packages/forge.ts';
import { setUpIntake, type Intake } from '#test/fixtures/packages/intake.ts';

let intake: Intake;
beforeAll(async () => {
  intake = await setUpIntake(await setUpDesk());
});
afterAll(() => {
  intake.desk.remove();
});

const ink = { name: 'data/sign.png', content: Buffer.from('ink') };
/** A package with one data file, whose ZIP member is changed. */
const turn = (change: Partial<ForgedMember>): Partial<Forgery> => ({
  data: [ink],
  members: (all) => all.map((one) => (one.name === ink.name ? { ...one, ...change } : one)),
});
const both = (offset: number, value: number, width: 2 | 4 = 2): Partial<Forgery> =>
  turn({ local: [[offset, value, width]], central: [[offset + 2, value, width]] });
/** A second data file beside the signed one. */
const beside = (...names: string[]): Partial<Forgery> => ({
  data: [ink],
  members: (all) => [...all, ...names.map((name) => ({ name, content: Buffer.from('x') }))],
});
const bytes = (change: (zip: Buffer) => Buffer): Partial<Forgery> => ({ data: [ink], bytes: change });
const leading = (index: number, change: Partial<ForgedMember>): Partial<Forgery> => ({
  members: (all) => all.map((one, place) => (place === index ? { ...one, ...change } : one)),
});
const mode = (bits: number): Partial<Forgery> => turn({ central: [[38, bits * 65536, 4]] });

const cases: readonly (readonly [string, PackageCode, Partial<Forgery>])[] = [
  ['a path that climbs out', 'package.zip-name', beside('data/../../evil')],
  ['a path that climbs out with backslashes', 'package.zip-name', beside('data\\..\\evil')],
  ['an absolute path', 'package.zip-name', beside('/etc/passwd')],
  ['a drive', 'package.zip-name', beside('C:/evil')],
  ['a network share', 'package.zip-name', beside('//server/share')],
  ['a file outside data/', 'package.zip-name', beside('readme.txt')],
  ['a hidden file', 'package.zip-name', beside('data/.profile')],
  ['a folder entry', 'package.zip-name', beside('data/zz/')],
  ['an empty folder name', 'package.zip-name', beside('data//a')],
  ['a name that is a single dot', 'package.zip-name', beside('data/./a')],
  ['a trailing dot', 'package.zip-name', beside('data/a.')],
  ['a trailing space', 'package.zip-name', beside('data/a ')],
  ['an alternate data stream', 'package.zip-name', beside('data/a:b')],
  ['a device of Windows', 'package.zip-name', beside('data/CON')],
  ['a device of Windows with an extension', 'package.zip-name', beside('data/x/lpt1.txt')],
  ['a name outside ASCII', 'package.zip-name', beside('data/\u00e9')],
  ['a NUL in a name', 'package.zip-name', beside('data/a\u0000.png')],
  ['a name of 201 characters', 'package.zip-name', beside(`data/${'a'.repeat(196)}`)],
  ['an empty name', 'package.zip-name', beside('')],
  ['two files of one name', 'package.zip-duplicate', beside('data/sign.png')],
  [
    'names that differ by case only',
    'package.zip-clash',
    { data: [{ ...ink, name: 'data/SIGN.png' }], members: (all) => [...all, ink] },
  ],
  [
    'a file that is also a folder',
    'package.zip-clash',
    { data: [{ ...ink, name: 'data/a' }], members: (all) => [...all, { ...ink, name: 'data/a/b' }] },
  ],
  [
    'a folder that is also a file',
    'package.zip-clash',
    { data: [{ ...ink, name: 'data/b/c' }], members: (all) => [...all, { ...ink, name: 'data/B' }] },
  ],
  [
    'files out of order',
    'package.zip-order',
    { data: [{ ...ink, name: 'data/b' }], members: (all) => [...all, { ...ink, name: 'data/a' }] },
  ],
  ['10,001 files', 'package.zip-entries', many(9_998)],
  ['a symbolic link', 'package.zip-file-type', mode(0o120777)],
  ['a device node', 'package.zip-file-type', mode(0o060644)],
  ['a folder by its mode', 'package.zip-file-type', mode(0o040755)],
  ['a folder by its DOS attribute', 'package.zip-file-type', turn({ central: [[38, 0x10, 4]] })],
  ['a compressed file', 'package.zip-method', both(8, 8)],
  ['an encrypted member', 'package.zip-flags', both(6, 1)],
  ['a data descriptor', 'package.zip-flags', both(6, 8)],
  ['a version beyond 2.0', 'package.zip-flags', both(4, 45)],
  ['sizes that disagree', 'package.zip-size', both(22, 2, 4)],
  [
    'a size that is larger than the file',
    'package.zip-truncated',
    turn({
      local: [
        [18, 0x7fffffff, 4],
        [22, 0x7fffffff, 4],
      ],
    }),
  ],
  [
    'a size that swallows the next record',
    'package.zip-crc',
    turn({
      local: [
        [18, 8, 4],
        [22, 8, 4],
      ],
    }),
  ],
  ['a wrong CRC', 'package.zip-crc', both(14, 0, 4)],
  ['an extra field', 'package.zip-extra', turn({ extra: Buffer.from('UT\u0005\u0000\u0001abcd', 'latin1') })],
  ['an extra field in the directory only', 'package.zip-extra', turn({ central: [[30, 4, 2]] })],
  ['a comment on a file', 'package.zip-extra', turn({ comment: Buffer.from('hi') })],
  ['a comment on the archive', 'package.zip-extra', { zip: { end: [[20, 2, 2]], suffix: Buffer.from('hi') } }],
  ['a comment length without a comment', 'package.zip-extra', { zip: { end: [[20, 2, 2]] } }],
  ['a time that differs in the directory', 'package.zip-central', turn({ central: [[12, 1, 2]] })],
  ['a CRC that differs in the directory', 'package.zip-central', turn({ central: [[16, 1, 4]] })],
  ['a name that differs in the directory', 'package.zip-central', turn({ centralName: 'data/sigm.png' })],
  ['an offset to another record', 'package.zip-central', turn({ central: [[42, 0, 4]] })],
  ['a member on another disk', 'package.zip-central', turn({ central: [[34, 1, 2]] })],
  ['internal attributes that mean nothing', 'package.zip-file-type', turn({ central: [[36, 2, 2]] })],
  ['a member that the directory does not name', 'package.zip-central', turn({ inCentral: false })],
  [
    'a directory entry without a member',
    'package.zip-central',
    { members: (all) => [...all, { ...ink, inLocal: false, content: Buffer.alloc(0) }] },
  ],
  ['a directory in another order', 'package.zip-central', bytes(swapDirectory)],
  ['a wrong count in the end record', 'package.zip-central', { zip: { end: [[10, 9, 2]] } }],
  ['a directory said to lie elsewhere', 'package.zip-central', { zip: { end: [[16, 0, 4]] } }],
  ['bytes before the archive', 'package.zip-record', { zip: { prefix: Buffer.from('MZ\u0090\u0000') } }],
  ['bytes between two records', 'package.zip-record', turn({ gap: Buffer.from('gap!') })],
  ['bytes after the archive', 'package.zip-trailing', { zip: { suffix: Buffer.from('!') } }],
  ['a second archive behind the first', 'package.zip-trailing', bytes((zip) => Buffer.concat([zip, zip]))],
  ['an archive cut in its directory', 'package.zip-truncated', bytes((zip) => zip.subarray(0, -30))],
  ['an archive cut in a file', 'package.zip-truncated', bytes((zip) => zip.subarray(0, 200))],
  ['an archive without its end record', 'package.zip-truncated', bytes((zip) => zip.subarray(0, -22))],
  ['an empty archive', 'package.zip-record', { members: () => [] }],
  ['nothing at all', 'package.zip-truncated', bytes(() => Buffer.alloc(0))],
  ['something else than an archive', 'package.zip-record', bytes(() => Buffer.from('scores.xlsx and more'))],
  ['no bagit.txt', 'package.bag', { members: (all) => all.slice(1) }],
  ['no statement', 'package.bag', { members: (all) => all.slice(0, 2) }],
  ['a directory alone', 'package.zip-central', { members: (all) => all.map((one) => ({ ...one, inLocal: false })) }],
  [
    'the first files out of order',
    'package.bag',
    { members: (all) => all.toSpliced(0, 2, ...all.slice(0, 2).toReversed()) },
  ],
  [
    'another bagit.txt of the same length',
    'package.bag',
    leading(0, { content: Buffer.from('BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n') }),
  ],
  [
    'a longer bagit.txt',
    'package.bag',
    leading(0, { content: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n') }),
  ],
  ['a manifest beyond 4 MiB', 'package.zip-size', leading(1, { content: Buffer.alloc(4 * 1024 * 1024 + 1) })],
  [
    'a statement said to be beyond 64 MiB',
    'package.zip-size',
    leading(2, {
      local: [
        [18, 0x04000001, 4],
        [22, 0x04000001, 4],
      ],
    }),
  ],
];

function many(count: number): Partial<Forgery> {
  const data = Array.from({ length: count }, (_, index) => ({
    name: `data/${String(index).padStart(5, '0')}`,
    content: Buffer.alloc(0),
  }));
  return { data };
}

/** Exchanges the last two directory entries, which have the same length here. */
function swapDirectory(zip: Buffer): Buffer {
  const start = zip.readUInt32LE(zip.length - 6);
  const directory = zip.subarray(start, -22);
  const at = directory.lastIndexOf('PK\u0001\u0002');
  return Buffer.concat([zip.subarray(0, start), directory.subarray(at), directory.subarray(0, at), zip.subarray(-22)]);
}

describe('an archive is refused, with its own code, for', () => {
  it.each(cases)('%s: %s', async (_, code, forge) => {
    const { outcome } = await intake.offer(forge);
    expect(outcome.ok ? 'accepted' : outcome.error.code).toBe(code);
    expect(intake.staged()).toEqual([]);
  });
});

describe('an archive is taken, although', () => {
  it.each<readonly [string, Partial<Forgery>]>([
    ['its flags say that names are UTF-8', both(6, 0x0800)],
    ['its members state version 2.0', both(4, 20)],
    [
      'it was made on DOS, without a mode',
      turn({
        central: [
          [4, 20, 2],
          [38, 0x20, 4],
        ],
      }),
    ],
    ['its member is marked as text', turn({ central: [[36, 1, 2]] })],
    ['it has exactly 10,000 members', many(9_997)],
  ])('%s', async (_, forge) => {
    must((await intake.offer(forge)).outcome);
  });
});
