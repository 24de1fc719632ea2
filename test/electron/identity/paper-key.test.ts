import { createHash } from 'node:crypto';
import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { formatAgeIdentity } from '#electron/identity/age-identity.ts';
import { readPaperKey } from '#electron/workspace/recovery.ts';
import { formatPaperKey, parsePaperKey } from '#shared/identity/paper-key.ts';
import { seededEntropy } from '#test/fixtures/packages/entropy.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const secrets = Array.from({ length: 50 }, (_, index) => seededEntropy(`paper ${index}`).randomBytes(32));
const read = (text: string) => parsePaperKey(text, sha256);
const [secret = new Uint8Array(32)] = secrets;
const paper = formatPaperKey(secret, sha256);

describe('a recovery key on paper', () => {
  it('is 13 groups of 5 symbols and reads back as the same 32 bytes, however it is typed', () => {
    expect(paper).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/);
    for (const each of secrets) {
      const text = formatPaperKey(each, sha256);
      expect(read(text)).toEqual({ ok: true, value: new Uint8Array(each) });
      expect(read(text.toLowerCase().replaceAll('-', '  '))).toEqual({ ok: true, value: new Uint8Array(each) });
      expect(read(text.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual({ ok: true, value: new Uint8Array(each) });
    }
  });

  it('names the group in which a symbol is mistyped, and finds exchanged groups', () => {
    const groups = paper.split('-');
    const exchanged = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(read(exchanged)).toMatchObject({ error: { code: 'identity.paper-typo', detail: { group: 1 } } });
    let found = 0;
    for (const [index, group] of groups.entries()) {
      const other = group.startsWith('7') ? '8' : '7';
      const text = groups.with(index, other + group.slice(1)).join('-');
      const result = read(text);
      if (!result.ok && result.error.detail?.['group'] === index + 1) found += 1;
    }
    expect(found).toBeGreaterThanOrEqual(12);
  });

  it('is refused when it is empty, too short, or holds what no key holds', () => {
    expect(read(' - ')).toMatchObject({ error: { code: 'identity.paper-empty' } });
    expect(read(paper.slice(0, -1))).toMatchObject({ error: { code: 'identity.paper-length', detail: { count: 64 } } });
    expect(read(`${paper}U`)).toMatchObject({ error: { code: 'identity.paper-symbol', detail: { symbol: 'U' } } });
  });

  it('is refused when bits stand where none belong', () => {
    const body = 'ZZZZ';
    const padded = formatPaperKey(secret, sha256).split('-');
    const check = (group: string, index: number): string => {
      const [first = 0] = sha256(new TextEncoder().encode(`${index + 1}:${group}`));
      return group + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(first >> 3);
    };
    expect(read(padded.with(12, check(body, 12)).join('-'))).toMatchObject({
      error: { code: 'identity.paper-typo', detail: { group: 13 } },
    });
  });

  it('says the same as the age identity in its QR code', async () => {
    const identity = formatAgeIdentity(secret);
    expect(readPaperKey(paper)).toEqual({ ok: true, value: identity });
    expect(readPaperKey(` ${identity.toLowerCase()}\n`)).toEqual({ ok: true, value: identity });
    const wrong = { ok: false, error: { code: 'identity.paper-wrong' } };
    expect(readPaperKey(identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')))).toEqual(wrong);
    expect(readPaperKey('AGE-SECRET-KEY-1')).toEqual(wrong);
    const made = await generateX25519Identity();
    expect(readPaperKey(made)).toEqual({ ok: true, value: made });
  });
});
