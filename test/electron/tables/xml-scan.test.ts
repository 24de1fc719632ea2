import { fc, test as property } from '#test/pipeline/seeded.ts';
import { describe, expect, test } from 'vitest';
import { readAttribute, scanXml } from '#electron/tables/xml-scan.ts';

function visit(xml: string): string[] {
  const seen: string[] = [];
  const fault = scanXml(xml, {
    open: (name, attributes) => seen.push(`<${name}${attributes.trim() === '' ? '' : ` ${attributes.trim()}`}`),
    close: (name) => seen.push(`/${name}`),
    text: (text) => seen.push(text),
  });
  return fault === null ? seen : [fault];
}

describe('a sound document', () => {
  test('is walked without prefixes, declarations and comments', () => {
    const xml = '\ufeff<?xml version="1.0"?>\n<!-- <b> --><x:a k="1>2"><b/>t<![CDATA[<c>]]></x:a >\n';
    expect(visit(xml)).toEqual(['\n', '<a k="1>2"', '<b', '/b', 't', '<c>', '/a', '\n']);
  });
});

test.each([
  ['cut off in a tag', '<a><b'],
  ['cut off in a quoted value', '<a b="c>'],
  ['cut off in a comment', '<a><!-- '],
  ['cut off before its end', '<a><b></b>'],
  ['with crossed tags', '<a><b></a></b>'],
  ['with an end too many', '<a></a></b>'],
  ['with two roots', '<a/><b/>'],
  ['with text outside the root', '<a/>text'],
  ['with a tag inside a tag', '<a <b/>></a>'],
  ['of nothing', ''],
  ['nested without end', '<a>'.repeat(300) + '</a>'.repeat(300)],
])('a document %s is malformed', (_, xml) => {
  expect(visit(xml)).toEqual(['malformed']);
});

test('a document type declaration is named as such, wherever it stands and however it is spelled', () => {
  for (const xml of [
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?><!doctype a [<!ENTITY e "x">]><a/>',
    '<a><!ENTITY e "x"></a>',
  ])
    expect(visit(xml)).toEqual(['doctype']);
});

test('attributes are found by their whole name, in either quotes, entities resolved', () => {
  const attributes = ` xr:id="no" Id='rId1' Target = "a&amp;b&#x4E2D;&#25991;.xml" TargetMode="&#x110000;"`;
  expect(readAttribute(attributes, 'Id')).toBe('rId1');
  expect(readAttribute(attributes, 'Target')).toBe('a&b中文.xml');
  expect(readAttribute(attributes, 'TargetMode')).toBe('\ufffd');
  expect(readAttribute(attributes, 'Type')).toBeNull();
});

property.prop([
  fc.array(fc.constantFrom('<a>', '</a>', '<b x="1">', '</b>', '<c/>', 't', '<!--', '-->', '"', '>'), {
    maxLength: 30,
  }),
])('any sequence of tags is either walked with as many ends as beginnings or refused', (pieces) => {
  const seen = visit(pieces.join(''));
  if (seen[0] === 'malformed' || seen[0] === 'doctype') return;
  expect(seen.filter((entry) => entry.startsWith('<')).length).toBe(
    seen.filter((entry) => /^\/[abc]$/.test(entry)).length,
  );
});
