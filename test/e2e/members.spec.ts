import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialogs, callApp, expect, readNotice, test } from './harness.ts';
import * as office from './office-actions.ts';

const officeName = '市评审办成员测试';
const staffPassphrase = '小王自己的 口令 很长';

test('a member of the staff signs in under his name, and what only an admin may do is refused him in the core', async ({
  launch,
  folder,
}) => {
  const running = await launch({});
  const { electron, page } = running;
  await readNotice(page);
  const place = join(folder, 'office');
  await mkdir(place);
  await office.createWorkspace(running, place, officeName);

  const rail = page.getByRole('navigation', { name: '工作阶段' });
  await rail.getByRole('button', { name: '成员与密钥' }).click();
  await page.getByRole('button', { name: '添加成员' }).click();
  const drawer = page.getByRole('dialog', { name: '添加成员' });
  await drawer.getByRole('textbox', { name: '姓名' }).fill('小王');
  await drawer.getByLabel('新口令', { exact: true }).fill(staffPassphrase);
  await drawer.getByLabel('再次输入口令').fill(staffPassphrase);
  await drawer.getByRole('button', { name: '添加成员' }).click();
  await expect(page.getByRole('row', { name: /小王/ }).getByText('工作人员', { exact: true })).toBeVisible({
    timeout: 30_000,
  });

  const sheet = join(folder, '恢复密钥单.pdf');
  await answerSaveDialogs(electron, sheet);
  await page.getByRole('button', { name: '生成并打印恢复密钥' }).click();
  await expect(page.getByText('恢复密钥单已存为')).toBeVisible({ timeout: 30_000 });
  expect((await stat(sheet)).size).toBeGreaterThan(10_000);

  await page.getByRole('button', { name: '关闭工作区' }).click();
  await page.getByRole('button', { name: new RegExp(`^${officeName}`) }).click();
  await page.getByRole('combobox', { name: '成员' }).click();
  await page.getByTitle('小王（工作人员）').click();
  await page.getByLabel('口令', { exact: true }).fill(staffPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('小王 · 工作人员')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: '新建批次' })).toBeDisabled();

  const refused = { ok: false, error: { code: 'identity.admin-only' } };
  const round = { template: 'building', title: '越权批次', mode: 'official', deadline: null };
  expect(await callApp(page, 'createRound', round)).toMatchObject(refused);
  expect(await callApp(page, 'addMember', { name: '小张', role: 'admin', passphrase: staffPassphrase })).toMatchObject(
    refused,
  );
  expect(await callApp(page, 'rotateKeys', {})).toMatchObject(refused);
  expect(await callApp(page, 'printRecoveryKey', {})).toMatchObject(refused);
  expect(await callApp(page, 'listRounds', {})).toEqual({ ok: true, value: [] });
});
