import { describe, expect, test } from 'vitest';
import { listFields } from '#shared/candidates/fields.ts';
import { candidateKinds } from '#shared/round/round.ts';
import { fieldLabel } from '#shared/tables/field.ts';
import { indexHeaders, matchHeader, parseHeader } from '#shared/tables/header-text.ts';

describe.each(candidateKinds)('the fields of a %s', (kind) => {
  const fields = listFields(kind);

  test('have keys that packages accept, each once', () => {
    const keys = fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(key))).toEqual([]);
  });

  test('have headers that mean one field only', () => {
    const owners = new Map<string, string>();
    const clashes = fields.flatMap(({ key, zh, synonyms }) =>
      [zh, ...synonyms].flatMap((name) => {
        const { full } = parseHeader(name);
        const owner = owners.get(full) ?? key;
        owners.set(full, owner);
        return owner === key ? [] : [`${name}: ${owner}, ${key}`];
      }),
    );
    expect(clashes).toEqual([]);
  });

  test('are found by their own labels, with and without the unit', () => {
    const index = indexHeaders(fields);
    for (const field of fields) {
      for (const label of [field.zh, fieldLabel(field), `* ${field.zh}：`])
        expect(matchHeader(index, '', label)?.definition.key).toBe(field.key);
    }
  });

  test('show experts no contact and no sealed number', () => {
    const shown = fields.filter(({ forExperts }) => forExperts).map(({ key }) => key);
    for (const key of ['contact', 'phone', 'identityNumber', 'dossier']) expect(shown).not.toContain(key);
  });
});

test('units are read from brackets, slashes and bare ends of headers', () => {
  const index = indexHeaders(listFields('building'));
  const unitOf = (header: string, group = ''): string | null | undefined => matchHeader(index, group, header)?.unit;
  expect(unitOf('建筑面积（万㎡）')).toBe('万m2');
  expect(unitOf('建筑面积(单位：万平方米)')).toBe('万平方米');
  expect(unitOf('软件收入/亿元')).toBe('亿元');
  expect(unitOf('软件收入：万元')).toBe('万元');
  expect(unitOf('增速%')).toBe('%');
  expect(unitOf('建筑面积')).toBeNull();
  expect(unitOf('建筑', '面积（万㎡）')).toBe('万m2');
});

test('numbering, stars, brackets and white space do not hide a header', () => {
  const index = indexHeaders(listFields('building'));
  for (const header of ['1.编号', '★编 号', '编号（必填）', '（一）编号', '编\n号', '编　号：', '【编号】', 'Code'])
    expect(matchHeader(index, '', header)?.definition.key, header).toBe('code');
});
