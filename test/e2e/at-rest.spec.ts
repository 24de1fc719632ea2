import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findPlainWords } from '../pipeline/plain-words.ts';
import { issueDossiers } from './dossier-round.ts';
import * as desk from './expert-actions.ts';
import { answerOpenDialogs, callApp, expect, readNotice, test } from './harness.ts';
import { makePdf } from './planted-pdf.ts';

// What a thief of the disk finds after a whole sitting: the profile, the home and the folder for temporary files.

const comment = '植入评语planted-comment';
const dossierWord = 'PLANTEDDOSSIER';
const plain = 'planted-plain-text 申报书正文';

const idSchema = z.object({ value: z.array(z.object({ id: z.string() })) });

test('nothing of a sitting stands in the open on the disk, and a lock hides it at once', async ({ launch, folder }) => {
  test.setTimeout(180_000);
  const office = join(folder, 'office');
  await mkdir(office);
  const dossiers = { '申报书.pdf': makePdf(dossierWord), '说明.txt': plain.repeat(2000) };
  const [file, code] = await issueDossiers(office, dossiers);
  const profile = join(folder, 'profile');
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  let app = await launch({ userData: profile, files: [file], env });
  await readNotice(app.page);
  await desk.openTask(app.page, code);

  const { page } = app;
  const dossier = page.getByRole('region', { name: '申报材料' });
  await dossier.getByRole('tab', { name: /申报书\.pdf$/ }).click();
  const shown = dossier.frameLocator('iframe').getByText(dossierWord).first();
  await expect(shown).toBeVisible({ timeout: 30_000 });
  await dossier.getByRole('tab', { name: /说明\.txt$/ }).click();
  await page.getByRole('textbox', { name: '评语' }).fill(comment);
  const { value: tasks } = idSchema.parse(await callApp(page, 'listTasks', {}));
  const taskId = tasks[0]?.id ?? '';
  await expect(page.getByText(/^已保存/)).toBeVisible();

  await test.step('the lock takes everything off the screen and out of reach', async () => {
    await page.getByRole('button', { name: /锁定$/ }).click();
    await expect(page.getByRole('heading', { name: '评审数据已锁定' })).toBeVisible();
    await expect(page.getByText('星澜大厦')).toHaveCount(0);
    for (const [name, input] of [
      ['listTasks', {}],
      ['getTask', { taskId }],
      ['removeTask', { taskId }],
    ] as const)
      expect(await callApp(page, name, input)).toMatchObject({ ok: false, error: { code: 'scoring.locked' } });
    await desk.unlock(page);
    await expect(page.getByRole('textbox', { name: '评语' })).toHaveValue(comment);
  });

  await test.step('so does the sleep of the machine', async () => {
    await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expect(page.getByText('电脑休眠或锁屏，已自动锁定。')).toBeVisible();
    await desk.unlock(page);
  });

  await test.step('he submits and closes the app', async () => {
    await fillAll(page, taskId);
    await page.reload();
    await page.getByRole('button', { name: '我的评审任务' }).click();
    await page.getByRole('button', { name: '继续评分' }).click();
    await mkdir(join(folder, 'returned'));
    await answerOpenDialogs(app.electron, [join(folder, 'returned')]);
    await desk.submit(page, null);
    await expect(page.getByRole('heading', { name: '第 1 次提交的结果包已导出' })).toBeVisible();
    await app.electron.close();
  });

  const words = [comment, 'planted-plain-text', dossierWord, '星澜大厦', '甲公司', '材料测试', '徐春燕', code];
  expect(findPlainWords(profile, [...words, code.replaceAll('-', ''), 'AGE-SECRET-KEY'])).toEqual([]);
  expect(findPlainWords(temporary, words)).toEqual([]);
  expect(findPlainWords(join(office, 'dossiers', 'B01'), ['planted-plain-text'])).toHaveLength(1);

  await test.step('the next start asks for the passphrase, and everything is there', async () => {
    app = await launch({ userData: profile, env });
    await expect(app.page.getByText('本机的评审任务已锁定')).toBeVisible();
    await app.page.getByRole('button', { name: '我的评审任务' }).click();
    await desk.unlock(app.page);
    await expect(app.page.getByText('第 1 次提交于')).toBeVisible();
  });
});

const viewSchema = z.object({
  value: z.object({
    rubrics: z.array(
      z.object({
        categories: z.array(z.object({ criteria: z.array(z.object({ id: z.string(), max: z.number() })) })),
        gates: z.array(z.object({ id: z.string() })),
      }),
    ),
    candidates: z.array(z.object({ id: z.string() })),
  }),
});

/** Fills every sheet, without the window. */
async function fillAll(page: Parameters<typeof callApp>[0], taskId: string): Promise<void> {
  const { rubrics, candidates } = viewSchema.parse(await callApp(page, 'getTask', { taskId })).value;
  const [rubric] = rubrics;
  const points = rubric?.categories.flatMap(({ criteria }) => criteria) ?? [];
  for (const { id: candidateId } of candidates) {
    for (const { id: criterionId, max } of points)
      await callApp(page, 'editSheet', { taskId, candidateId, change: { what: 'points', criterionId, points: max } });
    for (const { id: gateId } of rubric?.gates ?? [])
      await callApp(page, 'editSheet', { taskId, candidateId, change: { what: 'gate', gateId, answer: 'pass' } });
  }
}
