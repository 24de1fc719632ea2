import { expect, it } from 'vitest';
import { attemptFile } from '#electron/base/attempt-file.ts';

it('what the file system refuses is a result, a bug is not', async () => {
  const failing = (error: Error) =>
    attemptFile('/media/stick/a.xlsx', async () => {
      throw error;
    });
  expect(await attemptFile('a', async () => 1)).toEqual({ ok: true, value: 1 });
  expect(await failing(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toMatchObject({
    error: { code: 'files.disk-full', detail: { file: 'a.xlsx' } },
  });
  await expect(failing(new TypeError('a bug'))).rejects.toThrow('a bug');
});
