import { fc } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import { hasFewValues, isCanonicalJson, parseJson } from '#shared/packages/canonical.ts';
import { findNameClash, isDataName } from '#shared/packages/entry-name.ts';
import { formatEnvelope, parseEnvelope, preAuthenticationPrefix } from '#shared/packages/envelope.ts';
import { formatManifest, parseManifest } from '#shared/packages/manifest.ts';
import { parsePredicateType, predicateType } from '#shared/packages/package-kind.ts';
import { checkFormat } from '#shared/packages/head.ts';
import { isSuiteAvailable } from '#shared/packages/suite.ts';
import { parseStatement } from '#shared/packages/statement.ts';

const hash = (digit: string): string => digit.repeat(64);

describe('a payload is in its one form', () => {
  const canonical = (text: string): boolean => isCanonicalJson(parseJson(text), text);

  it.each(['{}', '[]', 'null', 'true', '0', '-1', '""', '"汉字\\n"', '{"b":1,"a":[{"c":null}]}'])('%s', (text) => {
    expect(canonical(text)).toBe(true);
  });

  it.each([
    '',
    '{',
    ' {}',
    '{} ',
    '{"a":1,"a":2}',
    '{"a": 1}',
    '"\\u0061"',
    '"\\/"',
    '1.0',
    '1e2',
    '-0',
    '1.5',
    '1e21',
    '9007199254740993',
    '"\\t"',
    '"\\u0000"',
    '"\\ud800"',
    '"cafe\u0301"',
    '{"cafe\u0301":1}',
    '{"a\\u0085":1}',
    '{"__proto__":{}}',
    '{"constructor":1}',
    '[{"prototype":1}]',
    '{"1":0,"0":1}',
    '['.repeat(17) + ']'.repeat(17),
  ])('but not %j', (text) => {
    expect(canonical(text)).toBe(false);
  });

  it('with nesting of up to 16', () => {
    expect(canonical('['.repeat(16) + ']'.repeat(16))).toBe(true);
  });

  it('whatever a writer with JSON.stringify makes of plain data', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !['constructor', 'prototype'].includes(name));
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.stringMatching(/^[\u4e00-\u9fa5 -~\n]{0,9}$/),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(canonical(JSON.stringify(value))).toBe(true);
      }),
    );
  });
});

describe('the values of a JSON text are counted before it is parsed', () => {
  const few = (text: string, most: number): boolean => hasFewValues(Buffer.from(text), most);

  it.each<readonly [string, number]>([
    ['0', 1],
    ['""', 1],
    ['[]', 2],
    ['{"a":1}', 2],
    ['[1,2,3]', 4],
    ['[[],[],{}]', 7],
    ['"[,[,{,"', 1],
    ['"\\",[,\\\\"', 1],
    ['{"a,b":"\\""}', 2],
  ])('%s: %i', (text, count) => {
    expect([few(text, count), few(text, count - 1)]).toEqual([true, false]);
  });

  it('and never fewer than it has', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(few(JSON.stringify(value), countValues(value) - 1)).toBe(false);
      }),
    );
  });
});

/** Values that are not members of an empty list or object, counted by walking. */
function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + countValues(item), 1);
}

describe('an envelope', () => {
  it('is read back from its own text', () => {
    const envelope = { payload: 'AAAA', keyid: 'anything', signature: 'BBBB' };
    expect(parseEnvelope(formatEnvelope(envelope))).toEqual({ ok: true, value: envelope });
  });

  it('is signed over DSSE’s pre-authentication encoding', () => {
    expect(preAuthenticationPrefix(11)).toBe('DSSEv1 28 application/vnd.in-toto+json 11 ');
  });
});

describe('a manifest', () => {
  const entries = [
    { path: 'data/B', sha256: hash('b') },
    { path: 'data/a/c', sha256: hash('a') },
  ];
  const text = `${hash('b')}  data/B\n${hash('a')}  data/a/c\n`;

  it('is sorted by the bytes of its paths', () => {
    expect(formatManifest(entries.toReversed())).toBe(text);
    expect(parseManifest(text)).toEqual({ ok: true, value: entries });
    expect(parseManifest('')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['without its last line feed', text.trimEnd()],
    ['with carriage returns', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${text}`],
    ['out of order', text.split('\n').toReversed().join('\n').slice(1).concat('\n')],
    ['with a line twice', text + text.slice(0, 73)],
    ['with digests in capitals', text.toUpperCase()],
    ['with a binary marker', text.replace('  ', ' *')],
    ['with one space', text.replace('  ', ' ')],
    ['with a file outside data/', `${hash('a')}  bagit.txt\n`],
    ['with a path that climbs out', `${hash('a')}  data/../a\n`],
    ['with names that differ by case only', `${hash('a')}  data/A\n${hash('a')}  data/a\n`],
    ['with an empty line', `\n${text}`],
    [
      'with more than 10,000 lines',
      formatManifest(Array.from({ length: 10_001 }, (_, index) => ({ path: `data/${index}`, sha256: hash('a') }))),
    ],
  ])('is refused %s', (_, wrong) => {
    expect(parseManifest(wrong)).toEqual({ ok: false, error: { code: 'package.manifest-form' } });
  });
});

describe('a name under data/', () => {
  it.each([
    'data/a',
    'data/A-1_b.PDF',
    'data/a/b/c',
    'data/a/b/c/d/e/f/g',
    'data/_',
    'data/console.txt',
    'data/com10',
    'data/a..b',
    `data/${'a'.repeat(195)}`,
  ])('may be %s', (name) => {
    expect(isDataName(name)).toBe(true);
  });

  it.each([
    'data',
    'data/',
    'date/a',
    'data/-rf',
    'data/a/',
    'data/nul',
    'data/Aux.txt',
    'data/COM1',
    'data/a b',
    'data/a\n',
    'data/a/b/c/d/e/f/g/h',
    `data/${'a'.repeat(196)}`,
  ])('may not be %j', (name) => {
    expect(isDataName(name)).toBe(false);
  });

  it.each([
    [['data/a', 'data/b', 'data/c/d', 'data/c/e'], null],
    [['data/a', 'data/A'], { name: 'data/A', earlier: 'data/a' }],
    [['data/a', 'data/a/b'], { name: 'data/a/b', earlier: 'data/a' }],
    [['data/a/b/c', 'data/a/b'], { name: 'data/a/b', earlier: 'data/a/b/c' }],
  ])('clashes once case is folded: %j', (names, clash) => {
    expect(findNameClash(names)).toEqual(clash);
  });
});

describe('a predicate type', () => {
  it('names kind and version', () => {
    expect(predicateType('task')).toBe('urn:mantianxing:task:1');
    expect(parsePredicateType('urn:mantianxing:archive:1')).toEqual({ kind: 'archive', version: 1 });
    expect(parsePredicateType('urn:mantianxing:poem:12')).toEqual({ kind: null, version: 12 });
    expect(parsePredicateType('urn:mantianxing:task:01')).toBeNull();
  });
});

describe('the format that a predicate states', () => {
  it('is looked at before its fields', () => {
    expect(checkFormat({ formatVersion: 7 }, [])).toMatchObject({
      error: { code: 'package.version', detail: { version: 7 } },
    });
    expect(checkFormat({ formatVersion: 1, critical: ['a', 'b'] }, ['a'])).toMatchObject({
      error: { detail: { field: 'b' } },
    });
    expect(checkFormat({ formatVersion: 1, critical: 'a', suite: 1 }, [])).toEqual({ ok: true, value: null });
    expect(checkFormat(null, [])).toMatchObject({ error: { code: 'package.schema' } });
  });

  it('knows two suites and no other', () => {
    expect(['ed25519-sha256', 'sm2-sm3', 'none', 'toString'].map(isSuiteAvailable)).toEqual([true, true, false, false]);
  });
});

it('a payload that is no statement is told with the place of its first fault', () => {
  expect(parseStatement({ _type: 'x' })).toMatchObject({
    error: { code: 'package.schema', detail: { problem: expect.stringMatching(/^_type › ./) } },
  });
  expect(parseStatement('scores')).toMatchObject({
    error: { code: 'package.schema', detail: { problem: expect.stringMatching(/^[^›]+$/) } },
  });
});
