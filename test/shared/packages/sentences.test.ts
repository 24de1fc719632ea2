import { describe, expect, it } from 'vitest';
import { fileSentences } from '#shared/base/file-sentences.ts';
import { identitySentences } from '#shared/identity/sentences.ts';
import { packageSentences, type PackageCode } from '#shared/packages/sentences.ts';
import { reportSteps, stepOf, verificationSteps } from '#shared/packages/steps.ts';

const all = Object.entries({ ...packageSentences, ...identitySentences, ...fileSentences });
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
const packageCodes = Object.keys(packageSentences).filter((code): code is PackageCode => code in packageSentences);

describe('a sentence', () => {
  it.each(all)('%s says the same values in both languages', (_, { zh, en }) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it.each(all)('%s says what happened, that nothing was lost, and what to do now', (_, { zh, en }) => {
    expect(zh.split('。').length).toBeGreaterThanOrEqual(3);
    expect(zh).toMatch(/请|无需/);
    expect(en.split('. ').length).toBeGreaterThanOrEqual(2);
    expect(zh).not.toMatch(/[a-z]{12,}/);
  });

  it('belongs to one code only', () => {
    expect(new Set(all.map(([, { zh }]) => zh)).size).toBe(all.length);
  });
});

describe('a code', () => {
  it('belongs to a step, and every step has one', () => {
    const steps = new Set(packageCodes.map(stepOf));
    expect(verificationSteps.filter((step) => !steps.has(step))).toEqual([]);
    expect(stepOf('files.missing')).toBe('size');
    expect(stepOf('package.wrong-code')).toBe('decrypt');
    expect(stepOf('package.zip-name')).toBe('zip');
    expect(stepOf('package.sheet-points')).toBe('content');
    expect(stepOf('package.dossier-missing')).toBe('content');
  });
});

describe('a report', () => {
  it('lists the steps that passed, then the one that failed, and no more', () => {
    expect(reportSteps(['size', 'decrypt', 'zip', 'files'], 'package.damaged')).toEqual([
      { step: 'size', ok: true, code: null },
      { step: 'decrypt', ok: false, code: 'package.damaged' },
    ]);
    expect(reportSteps(['size', 'decrypt'], null).every(({ ok }) => ok)).toBe(true);
    expect(reportSteps(['size'], 'package.mode').at(-1)).toEqual({ step: 'mode', ok: false, code: 'package.mode' });
  });
});
