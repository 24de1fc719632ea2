import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choosePassphrase } from './expert-actions.ts';
import { expect, readNotice, startCommand, test } from './harness.ts';

test('a task package given on the command line leads to its activation code', async ({ launch, folder }) => {
  const file = join(folder, '第一批-张三.mtxtask');
  await writeFile(file, 'not yet looked into');
  const { page } = await launch({ files: [file] });
  await readNotice(page);
  await choosePassphrase(page);
  await expect(page.getByText('第一批-张三.mtxtask')).toBeVisible();
});

test('a second start hands its file to the first one and ends', async ({ launch, folder }) => {
  const userData = join(folder, 'profile');
  const file = join(folder, '第二批-李四.mtxtask');
  await writeFile(file, 'not yet looked into');
  const { electron, page } = await launch({ userData });
  await readNotice(page);
  const { command, args } = await startCommand({ userData, files: [file] });
  const second = spawn(command, args, { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await choosePassphrase(page);
  await expect(page.getByText('第二批-李四.mtxtask')).toBeVisible();
  expect(electron.windows()).toHaveLength(1);
});

test('a file that is no task package is refused with a sentence, and nothing is kept', async ({ launch, folder }) => {
  const file = join(folder, '损坏.mtxtask');
  await writeFile(file, 'PK\u0003\u0004 no package');
  const { page } = await launch({ files: [file] });
  await readNotice(page);
  await choosePassphrase(page);
  await page.getByRole('textbox', { name: '激活码' }).fill('ABCD-EFGH-JKMN-PQRS-T');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('files of other kinds on the command line are left alone', async ({ launch, folder }) => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'x');
  const { page } = await launch({ files: [file] });
  await readNotice(page);
  await expect(page.getByRole('heading', { name: '我是评审专家' })).toBeVisible();
});
