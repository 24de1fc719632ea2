import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFileName, makeUniqueNames, nameInFolder } from '#electron/base/file-names.ts';

describe('a file name', () => {
  it('joins its words', () => {
    expect(makeFileName(['示范楼宇评审', '王伟', '2'], '.mtxresult')).toBe('示范楼宇评审-王伟-2.mtxresult');
    expect(makeFileName(['', ' ', '王伟'], '.csv')).toBe('王伟.csv');
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\system32', 'C Windows system32'],
    ['a<b>c:d"e|f?g*h', 'a b c d e f g h'],
    ['行一\n行二\u0000', '行一 行二'],
    ['\u202egpj.exe\u200f', 'gpj.exe'],
    ['. . .', ''],
    ['结尾. ', '结尾'],
    ['\ud83d半个', '半个'],
  ])('of %j holds nothing that a system reserves', (word, expected) => {
    expect(makeFileName(['批次', word], '.x')).toBe(expected === '' ? '批次.x' : `批次-${expected}.x`);
  });

  it('is never empty and never the name of a device', () => {
    expect(makeFileName(['///'], '.mtxtask')).toBe('mtx.mtxtask');
    expect(makeFileName(['CON'], '.csv')).toBe('mtxCON.csv');
    expect(makeFileName(['lpt1'], '.csv')).toBe('mtxlpt1.csv');
    expect(makeFileName(['console'], '.csv')).toBe('console.csv');
  });

  it('fits every disk however long its words are, keeps the last word, and cuts no character in two', () => {
    for (const letter of ['a', '评', '🌟', '👨‍👩‍👧']) {
      const name = makeFileName([letter.repeat(200), letter.repeat(200), '12'], '.mtxresult');
      expect(Buffer.byteLength(name)).toBeLessThan(215);
      expect(name).toMatch(/-12\.mtxresult$/);
      expect(name).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

describe('names side by side', () => {
  it('differ where a disk folds case', () => {
    const unique = makeUniqueNames();
    const names = ['Li.x', 'li.x', 'LI.x', 'Zhang.x'].map((name) => unique(name, '.x'));
    expect(names).toEqual(['Li.x', 'li (2).x', 'LI (3).x', 'Zhang.x']);
  });

  it('leave alone what lies in the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mtx-names-'));
    expect(nameInFolder(folder, 'a.x', '.x')).toBe('a.x');
    writeFileSync(join(folder, 'a.x'), '');
    writeFileSync(join(folder, 'a (2).x'), '');
    expect(nameInFolder(folder, 'a.x', '.x')).toBe('a (3).x');
    rmSync(folder, { recursive: true });
  });
});
