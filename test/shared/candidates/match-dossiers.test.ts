import { fc, test as property } from '#test/pipeline/seeded.ts';
import { describe, expect, test } from 'vitest';
import { matchDossiers, type DossierOwner } from '#shared/candidates/match-dossiers.ts';

const owner = (code: string, name = '', dossier = ''): DossierOwner => ({ code, name, dossier });

function match(owners: DossierOwner[], paths: string[]) {
  const { found, ...rest } = matchDossiers(owners, paths);
  return { found: Object.fromEntries(found), ...rest };
}

describe('a file belongs to the candidate', () => {
  test.each([
    '1/说明.pdf',
    '1 星澜大厦/说明.pdf',
    '1-星澜/附件/a.pdf',
    '1_a.pdf',
    '1.pdf',
    '１、申报书.docx',
    '1星澜大厦.pdf',
    '星澜大厦/a.pdf',
    '星澜大厦.pdf',
    '工业软件/1 星澜大厦/a.pdf',
    '001/a.pdf',
    '1星澜大厦（示例）/a.pdf',
  ])('whose code or name stands in %s', (path) => {
    expect(match([owner('1', '星澜大厦'), owner('10', '云屏')], [path]).found).toEqual({ 1: [path] });
  });

  test('whose code is the whole number: 1 is not 10, A1 is not A10', () => {
    const owners = [owner('1'), owner('10'), owner('A1'), owner('A10')];
    const paths = ['10.pdf', '10/a.pdf', 'A10 b.pdf', 'a1.pdf', '11.pdf', '1a.pdf'];
    expect(match(owners, paths)).toMatchObject({
      found: { 10: ['10.pdf', '10/a.pdf'], A1: ['a1.pdf'], A10: ['A10 b.pdf'] },
      unmatched: ['1a.pdf', '11.pdf'],
    });
  });

  test('with the longest code that fits', () => {
    expect(match([owner('1'), owner('1-1')], ['1-1 申报书.pdf', '1-2.pdf']).found).toEqual({
      '1-1': ['1-1 申报书.pdf'],
      1: ['1-2.pdf'],
    });
  });

  test('that its 材料 column names: file, folder, path, without extension, several', () => {
    const owners = [owner('7', '甲', '申报书A.pdf、附件夹；x\\y'), owner('8', '乙', '申报书B')];
    const paths = ['a/申报书A.pdf', '附件夹/8.pdf', 'x/y/z.png', '申报书B.docx'];
    expect(match(owners, paths)).toEqual({
      found: { 7: ['a/申报书A.pdf', 'x/y/z.png', '附件夹/8.pdf'], 8: ['申报书B.docx'] },
      unmatched: [],
      without: [],
      missing: [],
    });
  });

  test('and to none when two claim it alike', () => {
    expect(match([owner('1', '甲', '共用.pdf'), owner('2', '乙', '共用.pdf')], ['共用.pdf'])).toMatchObject({
      found: {},
      unmatched: ['共用.pdf'],
    });
  });

  test('by a folder’s name rather than by the number its files begin with', () => {
    expect(match([owner('1'), owner('2')], ['1/2 收入证明.pdf']).found).toEqual({ 1: ['1/2 收入证明.pdf'] });
  });
});

test('what belongs to nobody, who has nothing, and what the column names in vain are told', () => {
  const owners = [owner('1', '甲', '没有.pdf'), owner('2', '乙')];
  expect(match(owners, ['杂项/a.pdf', '杂项/b.pdf', '2/杂/a.pdf', 'x.pdf'])).toEqual({
    found: { 2: ['2/杂/a.pdf'] },
    unmatched: ['x.pdf', '杂项/'],
    without: ['1'],
    missing: [{ code: '1', name: '没有.pdf' }],
  });
});

test('files come in the order a person counts', () => {
  expect(match([owner('A')], ['A/10.pdf', 'A/2.pdf', 'A/1.pdf']).found).toEqual({
    A: ['A/1.pdf', 'A/2.pdf', 'A/10.pdf'],
  });
});

property.prop([
  fc.uniqueArray(fc.integer({ min: 1, max: 300 }).map(String), { minLength: 1, maxLength: 30 }),
  fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 60 }),
])('numbered files go to the candidate of that number and to no other, each once', (codes, numbers) => {
  const paths = [...new Set(numbers)].map((number) => `${number}号材料.pdf`);
  const { found, unmatched } = match(
    codes.map((code) => owner(code)),
    paths,
  );
  for (const [code, files] of Object.entries(found)) expect(files).toEqual([`${code}号材料.pdf`]);
  expect([...Object.values(found).flat(), ...unmatched].toSorted()).toEqual(paths.toSorted());
  expect(unmatched.filter((path) => codes.includes(path.replace('号材料.pdf', '')))).toEqual([]);
});
