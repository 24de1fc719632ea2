import { describe, expect, test } from 'vitest';
import { decodeText } from '#renderer/viewer/decode-text.ts';

describe('reading a text file', () => {
  const bytes = (...values: readonly number[]): ArrayBuffer => new Uint8Array(values).buffer;

  test('takes UTF-8 with and without a mark', () => {
    expect(decodeText(new TextEncoder().encode('评审').buffer)).toBe('评审');
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x41))).toBe('A');
  });

  test('falls back to GB 18030 when it is no UTF-8', () => {
    expect(decodeText(bytes(0xc6, 0xc0, 0xc9, 0xf3))).toBe('评审');
  });

  test('obeys a mark of UTF-16', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x41, 0x00))).toBe('A');
    expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x41))).toBe('A');
  });

  test('takes an empty file', () => {
    expect(decodeText(bytes())).toBe('');
  });
});
