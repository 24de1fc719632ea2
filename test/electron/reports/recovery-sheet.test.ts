import { describe, expect, it } from 'vitest';
import { recoverySheet, type RecoverySheet } from '#electron/reports/recovery-sheet.ts';

const groups = Array.from({ length: 13 }, (_, index) => `AB${String(index).padStart(2, '0')}C`);
const sheet: RecoverySheet = {
  office: '<script>评审办</script>',
  fingerprint: 'ab'.repeat(32),
  groups: groups.join('-'),
  identity: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
  language: 'zh-CN',
  madeAt: Date.UTC(2026, 10, 23, 20),
};

describe('恢复密钥单', () => {
  it('shows each group with its number, the QR code, and the fingerprint to compare', () => {
    const { html } = recoverySheet(sheet);
    for (const [index, group] of groups.entries()) expect(html).toContain(`<small>${index + 1}</small>${group}`);
    expect(html).toMatch(/<svg[^]*<\/svg>/);
    expect(html).toContain('SHA256:43947-43947');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain(sheet.identity);
  });

  it('is named after the office and the day in China, in either language', () => {
    expect(recoverySheet(sheet).fileName).toMatch(/评审办.*恢复密钥单.*20261124\.pdf$/);
    expect(recoverySheet({ ...sheet, language: 'en' }).html).toContain('Recovery key');
  });
});
