import { createHash } from 'node:crypto';
import { fc } from '#test/pipeline/seeded.ts';
import { describe, expect, it } from 'vitest';
import {
  fingerprintPin,
  formatActivationCode,
  makeActivationCode,
  parseActivationCode,
} from '#shared/identity/activation-code.ts';
import { decodeCrockford, encodeCrockford } from '#shared/identity/crockford.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const fingerprint = '0123456789abcdef'.repeat(4);
const code = makeActivationCode(Uint8Array.of(0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0), fingerprint);
const text = formatActivationCode(code, sha256);
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('an activation code', () => {
  it('is 60 bits of secret, 20 bits of the fingerprint and a check symbol', () => {
    // 0xff00ff00ff00ff0 in groups of five bits; 0x01234 as 00000 00100 10001 10100.
    expect(code).toEqual({ secret: 'ZW0FY07Z03ZG', pin: '04HM' });
    const check = (sha256(Buffer.from('ZW0FY07Z03ZG04HM'))[0] ?? 0) >> 3;
    expect(text).toBe(`ZW0F-Y07Z-03ZG-04HM-${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(check)}`);
    expect(fingerprintPin(fingerprint)).toBe('04HM');
  });

  it('is read back from what it prints, for any secret and key', () => {
    fc.assert(
      fc.property(random, fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret, key) => {
        const made = makeActivationCode(secret, Buffer.from(key).toString('hex'));
        expect(parseActivationCode(formatActivationCode(made, sha256), sha256)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it.each([
    ['in lower case', text.toLowerCase()],
    ['with O for 0', text.replaceAll('0', 'O')],
    [
      'with full-width characters',
      text.replaceAll(/[0-9A-Z]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)),
    ],
    ['with spaces for dashes', ` ${text.replaceAll('-', ' ')} `],
    ['with Chinese dashes', text.replaceAll('-', '—')],
    ['with a minus sign', text.replaceAll('-', '\u2212')],
    ['without any separators', text.replaceAll('-', '')],
  ])('may be typed %s', (_, typed) => {
    expect(parseActivationCode(typed, sha256)).toEqual({ ok: true, value: code });
  });

  it('reads I and L as 1', () => {
    const ones = makeActivationCode(new Uint8Array(8).fill(0x08), fingerprint);
    const typed = formatActivationCode(ones, sha256);
    expect(typed).toContain('1');
    expect(parseActivationCode(typed.replaceAll('1', 'I'), sha256)).toEqual({ ok: true, value: ones });
    expect(parseActivationCode(typed.replaceAll('1', 'l'), sha256)).toEqual({ ok: true, value: ones });
  });

  it.each([
    ['nothing', ' - ', { code: 'identity.code-empty' }],
    ['too few symbols', text.slice(1), { code: 'identity.code-length', detail: { count: 16 } }],
    ['too many symbols', `${text}0`, { code: 'identity.code-length', detail: { count: 18 } }],
    ['a letter that no code has', `U${text.slice(1)}`, { code: 'identity.code-symbol', detail: { symbol: 'U' } }],
    ['a Chinese character', `${text}码`, { code: 'identity.code-symbol', detail: { symbol: '码' } }],
  ])('is refused for %s', (_, typed, error) => {
    expect(parseActivationCode(typed, sha256)).toEqual({ ok: false, error });
  });

  it('notices about 31 of 32 slips of one symbol', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const body = text.replaceAll('-', '');
    const slips = Array.from(body.slice(0, 16), (_, place) =>
      Array.from(alphabet, (symbol) => body.slice(0, place) + symbol + body.slice(place + 1)).filter(
        (typed) => typed !== body,
      ),
    ).flat();
    const found = slips.filter((typed) => !parseActivationCode(typed, sha256).ok);
    expect(slips).toHaveLength(16 * 31);
    expect(found.length / slips.length).toBeGreaterThan(0.93);
    expect(parseActivationCode(slips[0] ?? '', sha256).ok || found.includes(slips[0] ?? '')).toBe(true);
  });
});

it('symbols that fill whole bytes leave nothing over', () => {
  expect(decodeCrockford('ZZZZZZZZ')).toEqual(new Uint8Array(5).fill(255));
  expect(decodeCrockford('ZZ')).toEqual(new Uint8Array([255, 192]));
});

it('symbols cannot be made from too few bytes', () => {
  expect(() => encodeCrockford(new Uint8Array(7), 12)).toThrow('too few bytes');
});
