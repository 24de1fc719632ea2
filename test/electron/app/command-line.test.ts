import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOption, isDroppable, listFiles } from '#electron/app/command-line.ts';

test('files of ours are found among options and other files, whatever the case of their ending', () => {
  const folder = join('/', 'media', 'stick');
  const args = ['.', '--no-sandbox', '任务.mtxtask', '--x.mtxtask', 'report.pdf', '/a/R.MTXRESULT', '../card.mtxcard'];
  expect(listFiles(args, folder)).toEqual([
    join(folder, '任务.mtxtask'),
    join('/', 'a', 'R.MTXRESULT'),
    join('/', 'media', 'card.mtxcard'),
  ]);
});

test('an option is read with its value, also one with an equals sign', () => {
  expect(findOption(['--home-page=x', '--home=/a=b'], 'home')).toBe('/a=b');
  expect(findOption(['--home', '/a'], 'home')).toBeUndefined();
});

test.each([
  ['/stick/名单.XLSX', true],
  ['/stick/名单.csv', true],
  ['/stick/结果包', true],
  ['/stick/a.mtxresult', true],
  ['/etc/shadow.db', false],
  ['/stick/report.pdf', false],
])('whether %s may be dropped: %s', (path, droppable) => {
  expect(isDroppable(path)).toBe(droppable);
});
