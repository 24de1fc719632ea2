import { expect, test } from 'vitest';
import { describeError } from '#electron/app/describe-error.ts';

test('kind, code and message stay', () => {
  const error = Object.assign(new TypeError('disk refused'), { code: 'EIO' });
  expect(describeError(error).split('\n')[0]).toBe('TypeError EIO: disk refused');
});

test.each([
  `ENOENT: no such file, open 'C:\\Users\\李四\\任务.mtxtask'`,
  'ENOENT: no such file, open /home/李四/任务.mtxtask',
  'bad value “李四” in column "任务"',
  'first line\n李四 任务',
])('names and paths are left out of: %s', (message) => {
  expect(describeError(new Error(message))).not.toMatch(/李四|任务|Users|home/);
});

test('the stack keeps functions, file names and lines, without folders', () => {
  const error = new Error('x');
  error.stack = [
    'Error: x',
    '    at saveScore (C:\\Users\\李四\\app\\main.cjs:10:5)',
    '    at file:///home/李四/app/main.cjs:2:1',
    '    at async answer (/opt/程序/chunks/a b-1.cjs:3:4)',
  ].join('\n');
  expect(describeError(error)).toBe(
    ['Error: x', '    at saveScore (main.cjs:10:5)', '    at main.cjs:2:1', '    at async answer (a b-1.cjs:3:4)'].join(
      '\n',
    ),
  );
});

test('what is no error is told by its type only', () => {
  expect(describeError('李四')).toBe('string');
});
