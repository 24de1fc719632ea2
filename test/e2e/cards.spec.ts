import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { choosePassphraseFirst } from './expert-actions.ts';
import { answerOpenDialogs, expect, readNotice, test } from './harness.ts';
import { goTo, openRound } from './office-actions.ts';

test('an expert sends his key ahead; it is compared, enrolled after the old one is revoked, and opens his task without a code', async ({
  launch,
  folder,
  placeDemo,
}) => {
  await placeDemo();
  const { electron, page } = await launch();
  const [cards, again] = [join(folder, 'cards'), join(folder, 'again')];
  await mkdir(cards);
  await mkdir(again);
  await readNotice(page);

  await page.getByRole('button', { name: '我的评审任务' }).click();
  await page.getByRole('button', { name: '制作公钥登记卡' }).first().click();
  await choosePassphraseFirst(page);
  const card = page.getByRole('dialog', { name: '制作公钥登记卡' });
  await card.getByRole('textbox', { name: '姓名' }).fill('张拟真');
  await answerOpenDialogs(electron, [cards]);
  await card.getByRole('button', { name: '制作登记卡' }).click();
  const made = page.getByRole('dialog', { name: '登记卡已制作' });
  await expect(made.getByRole('listitem')).toHaveCount(12);
  const groups = await made.getByRole('listitem').allInnerTexts();
  await made.getByRole('button', { name: '关闭' }).first().click();
  const [file = ''] = await readdir(cards);

  await page.getByRole('button', { name: '返回首页' }).click();
  await page.getByRole('button', { name: '打开演示' }).click();
  await openRound(page, '“满天星”示范楼宇评审（演示）');
  const enrol = async (): Promise<void> => {
    await goTo(page, '专家与分配');
    await answerOpenDialogs(electron, [join(cards, file)]);
    await page.getByRole('button', { name: '登记公钥' }).click();
    const drawer = page.getByRole('dialog', { name: '登记专家公钥' });
    await expect(drawer.getByRole('listitem')).toHaveText(groups);
    await drawer.getByRole('combobox', { name: '登记在' }).click();
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await expect(drawer.getByRole('button', { name: '登记', exact: true })).toBeDisabled();
    await drawer.getByRole('checkbox', { name: '已与专家本人核对，完全一致' }).check();
    await drawer.getByRole('button', { name: '登记', exact: true }).click();
  };
  await enrol();
  await expect(page.getByText(/已有仍然有效的另一把密钥/)).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, '下发');
  await page.getByRole('button', { name: '撤销密钥' }).first().click();
  const revoke = page.getByRole('dialog', { name: /^撤销密钥/ });
  await revoke.getByRole('textbox', { name: '撤销原因' }).fill('电脑遗失');
  await revoke.getByRole('button', { name: '撤销密钥' }).click();
  await expect(page.getByText(/^已撤销/)).toBeVisible();
  await enrol();
  await expect(page.getByText('已登记 张拟真 的公钥。')).toBeVisible();

  await goTo(page, '下发');
  await page.getByRole('button', { name: '重新下发' }).first().click();
  const reissue = page.getByRole('dialog', { name: /^重新下发/ });
  await answerOpenDialogs(electron, [again]);
  await reissue.getByRole('button', { name: '重新下发' }).click();
  await expect(reissue.getByText('已登记公钥，无需激活码')).toBeVisible({ timeout: 30_000 });
  await reissue.getByRole('button', { name: '关闭' }).first().click();
  const [task = ''] = await readdir(again);

  await page.getByRole('button', { name: '关闭工作区' }).click();
  await answerOpenDialogs(electron, [join(again, task)]);
  await page.getByRole('button', { name: '打开任务包' }).first().click();
  await expect(page.getByRole('heading', { name: '核对评审办' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('checkbox', { name: '已与评审办核对，完全一致' }).check();
  await page.getByRole('button', { name: '打开任务包' }).last().click();
  const briefing = page.getByRole('dialog', { name: '评审须知' });
  await expect(briefing).toBeVisible({ timeout: 30_000 });
  await expect(briefing).toContainText(groups.join('-'));
  await expect(briefing.getByRole('button', { name: '更换密钥…' })).toBeHidden();
});
