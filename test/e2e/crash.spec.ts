import { join } from 'node:path';
import { readdir, readFile } from 'node:fs/promises';
import { expect, readNotice, test } from './harness.ts';

test('when the page’s process dies, the application offers to reload, and does', async ({ launch, folder }) => {
  const { electron, page } = await launch();
  await readNotice(page);
  const asked = await electron.evaluate(
    ({ dialog, webContents }) =>
      new Promise((resolve) => {
        const show = (_: unknown, { message, buttons }: Electron.MessageBoxOptions) => {
          resolve({ message, buttons });
          return Promise.resolve({ response: 0, checkboxChecked: false });
        };
        Reflect.set(dialog, 'showMessageBox', show);
        webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
      }),
  );
  expect(asked).toEqual({
    message: '界面意外停止。已保存的内容不受影响。请重新载入后继续。',
    buttons: ['重新载入', '退出'],
  });
  const readTitle = () =>
    electron.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
      const title: unknown = await contents.executeJavaScript(`document.querySelector('h2')?.textContent ?? ''`);
      return title;
    });
  await expect.poll(readTitle).toBe('我是评审专家');
  const log = await readFile(join(folder, 'profile', 'logs', 'main.log'), 'utf8');
  expect(log).toContain('page gone: ');
  // What a page held in memory is in no file afterwards.
  const files = await readdir(join(folder, 'profile'), { recursive: true });
  expect(files.filter((name) => /\.dmp$/i.test(name))).toEqual([]);
});

test('what nobody caught is logged without names, and a promise nobody awaited does not end the application', async ({
  launch,
  folder,
}) => {
  const { electron, page } = await launch();
  await electron.evaluate(() => {
    void Promise.reject(new Error("cannot read '/home/张三/任务.mtxtask'"));
  });
  const log = join(folder, 'profile', 'logs', 'main.log');
  await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain('unhandled rejection: Error: cannot read …');
  expect(await readFile(log, 'utf8')).not.toMatch(/张三|任务/);
  await readNotice(page);
});
