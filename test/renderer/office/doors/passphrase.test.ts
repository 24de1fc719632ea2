import { describe, expect, it } from 'vitest';
import { ratePassphrase } from '#renderer/office/doors/passphrase.ts';

describe('ratePassphrase', () => {
  it('says nothing about an empty passphrase', () => {
    expect(ratePassphrase('')).toBe('empty');
  });

  it('refuses short ones and long runs of one character or of digits in order', () => {
    expect(['abc', '12345678', 'aaaaaaaaaaaaaaa', 'abcdefgh'].map(ratePassphrase)).toEqual(Array(4).fill('short'));
  });

  it('calls eight mixed characters fair at best and twelve strong', () => {
    expect(ratePassphrase('kx7Qm2v9')).toBe('fair');
    expect(ratePassphrase('kx7Qm2v9Lw4t')).toBe('strong');
  });

  it('knows that Chinese characters are drawn from a larger room', () => {
    expect(ratePassphrase('渝江灯塔桥雾')).toBe('strong');
    expect(ratePassphrase('渝江')).toBe('short');
  });
});
