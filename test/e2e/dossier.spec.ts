import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { openTask } from './expert-actions.ts';
import { answerOpenDialogs, callApp, expect, readNotice, test } from './harness.ts';
import { findTask } from './tour-expert.ts';

/** The share of dark points of a PDF page's picture behind a piece of its (transparent) text. */
function readInk(text: Locator): Promise<number> {
  return text.evaluate((span) => {
    const canvas = span.closest('.page')?.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!(canvas instanceof HTMLCanvasElement) || !(context instanceof CanvasRenderingContext2D)) return 0;
    const [box, whole] = [span.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const scale = canvas.width / whole.width;
    const [x, y] = [(box.x - whole.x) * scale, (box.y - whole.y) * scale];
    const { data } = context.getImageData(x, y, box.width * scale, box.height * scale);
    let dark = 0;
    for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 128) dark += 1;
    return dark / (data.length / 4);
  });
}

test('dossiers show in the window: the text of a PDF, a picture, the declared facts', async ({
  launch,
  folder,
  placeDemo,
}) => {
  await placeDemo();
  const { electron, page } = await launch();
  await readNotice(page);
  expect(await callApp(page, 'openDemo', { kind: 'building' })).toMatchObject({ ok: true });
  const [file, code] = await findTask(join(folder, 'profile', 'demo', 'building', 'tasks'));
  await answerOpenDialogs(electron, [file]);
  await page.getByRole('button', { name: '打开任务包' }).click();
  await openTask(page, code);

  const dossier = page.getByRole('region', { name: '申报材料' });
  await dossier.getByRole('tab', { name: /申报书\.pdf$/ }).click();
  const frame = dossier.frameLocator('iframe');
  const title = frame.locator('.textLayer span', { hasText: '示范楼宇申报书' }).first();
  await expect(title).toBeVisible();
  await expect.poll(() => readInk(title), { message: 'ink behind the title' }).toBeGreaterThan(0.1);

  await dossier.getByRole('tab', { name: /\.jpg$/ }).click();
  const picture = frame.getByRole('img', { name: /\.jpg$/ });
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(0);

  await dossier.getByRole('tab', { name: '申报信息' }).click();
  await expect(dossier.getByRole('term').first()).toBeVisible();
});
