import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { readTable } from '#electron/tables/read-table.ts';
import { candidateSchema } from '#shared/candidates/candidate.ts';
import { listCriteria, listExpertGates, rubricSchema, type Rubric } from '#shared/round/rubric.ts';
import { passphrase } from './expert-actions.ts';
import { answerOpenDialogs, callApp } from './harness.ts';
import { button, heading, see, start, wordsOf, type Tour } from './tour.ts';

/** The expert's screens, on a task package of the demo that the office's walk has made. */
export async function visitExpert(tour: Tour, demoFolder: string, outputFolder: string): Promise<void> {
  const { electron, page, preferences } = tour;
  const { app, expert } = wordsOf(tour);
  const [file, code] = await findTask(join(demoFolder, 'building', 'tasks'));
  await start(tour, preferences);
  await answerOpenDialogs(electron, [file]);
  await button(page, app.home.openTask).click();
  const first = page.getByRole('textbox', { name: expert.protection.passphrase, exact: true });
  await see(tour, 'set-passphrase', first);
  await first.fill(passphrase);
  await page.getByRole('textbox', { name: expert.protection.again }).fill(passphrase);
  await button(page, expert.protection.setUp.verb).click();
  await see(tour, 'code', page.getByRole('textbox', { name: expert.code.label }));
  await page.getByRole('textbox', { name: expert.code.label }).fill('ABCD-EFGH-JKMN-PQRS-T');
  await page.keyboard.press('Enter');
  await see(tour, 'code-refused', page.getByRole('alert'));
  await page.getByRole('textbox', { name: expert.code.label }).fill(code);
  await page.keyboard.press('Enter');
  await see(tour, 'briefing', page.getByRole('dialog', { name: expert.briefing.title }));
  await visitRenewal(tour);
  await button(page, expert.briefing.start).click();
  await see(tour, 'desk-empty', page.getByRole('textbox', { name: expert.desk.comment }));
  await scoreSome(tour, 7);
  await page.reload();
  await button(page, app.home.tasks).click();
  await see(tour, 'tasks', button(page, expert.tasks.continue));
  await button(page, expert.card.title).click();
  await see(tour, 'make-card', page.getByRole('dialog', { name: expert.card.title }).getByRole('radio'));
  await page.keyboard.press('Escape');
  await answerOpenDialogs(electron, [file]);
  await button(page, expert.receipt.open).click();
  await see(tour, 'receipt-refused', page.getByRole('alert'));
  await button(page, expert.receipt.toTasks).click();
  await button(page, expert.tasks.continue).click();
  await visitProtection(tour);
  await visitDesk(tour);
  await visitSubmission(tour, outputFolder);
}

/** 更换密钥, over the briefing. */
async function visitRenewal(tour: Tour): Promise<void> {
  const { page } = tour;
  const { renewal } = wordsOf(tour).expert;
  await button(page, renewal.verb).click();
  const dialog = page.getByRole('dialog', { name: renewal.title, exact: true });
  await see(tour, 'renew-keys', dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** A task package of the demo and its activation code. */
export async function findTask(folder: string): Promise<[file: string, code: string]> {
  const list = await readTable(join(folder, 'codes.csv'));
  const cells = list.ok ? (list.value.sheets[0]?.rows[1]?.cells ?? []) : [];
  const [, , code = '', file = ''] = cells.map((cell) => (cell?.kind === 'text' ? cell.text : ''));
  return [join(folder, file), code];
}

const taskSchema = z.object({
  value: z.object({
    rubrics: z.array(rubricSchema),
    candidates: z.array(candidateSchema.extend({ search: z.string() })),
  }),
});

/** Fills the sheets of the first candidates, without the window. */
async function scoreSome({ page }: Tour, count: number): Promise<void> {
  const tasks = z.object({ value: z.array(z.object({ id: z.string() })) }).parse(await callApp(page, 'listTasks', {}));
  const taskId = tasks.value[0]?.id;
  const { candidates, rubrics } = taskSchema.parse(await callApp(page, 'getTask', { taskId })).value;
  for (const [index, { id: candidateId }] of candidates.slice(0, count).entries())
    for (const change of changesOf(rubrics[0], index))
      await callApp(page, 'editSheet', { taskId, candidateId, change });
}

function changesOf(rubric: Rubric | undefined, candidate: number): unknown[] {
  if (rubric === undefined) return [];
  const points = listCriteria(rubric).map(({ id, max, step }, item) => ({
    what: 'points',
    criterionId: id,
    points: max - step * ((candidate * 3 + item * 5) % 7),
  }));
  return [...points, ...listExpertGates(rubric).map(({ id }) => ({ what: 'gate', gateId: id, answer: 'pass' }))];
}

/** Locks the work and comes back to the same task. */
async function visitProtection(tour: Tour): Promise<void> {
  const { page } = tour;
  const { expert } = wordsOf(tour);
  const { protection } = expert;
  await button(page, protection.settings.title).click();
  await see(tour, 'protection', page.getByRole('dialog').getByRole('radio'));
  await page.keyboard.press('Escape');
  await button(page, protection.lock).click();
  const field = page.getByRole('textbox', { name: protection.passphrase, exact: true });
  await see(tour, 'locked', field);
  await button(page, protection.unlock.forgotten).click();
  await see(tour, 'forgotten', page.getByRole('dialog').getByRole('checkbox'));
  await page.keyboard.press('Escape');
  await field.fill('an other passphrase');
  await page.keyboard.press('Enter');
  await see(tour, 'locked-refused', page.getByRole('alert'));
  await field.fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: expert.desk.comment })).toBeVisible({ timeout: 30_000 });
}

async function visitDesk(tour: Tour): Promise<void> {
  const { page } = tour;
  const { expert } = wordsOf(tour);
  const files = page.getByRole('region', { name: expert.dossier.title });
  const out = button(page, expert.desk.out);
  await expect(out).toBeVisible();
  // With little room one pane shows at a time.
  const onePane = !(await files.isVisible());
  if (onePane) await page.keyboard.press('Control+b');
  await files
    .getByRole('tab', { name: /\.pdf$/ })
    .first()
    .click();
  await see(tour, 'desk', files.frameLocator('iframe').locator('canvas'));
  await files
    .getByRole('tab', { name: /\.(?:jpg|png)$/ })
    .first()
    .click();
  await see(tour, 'desk-image', files.frameLocator('iframe').getByRole('img'));
  // With little room the row of tabs scrolls.
  await files.getByRole('tab', { name: /\.docx$/ }).dispatchEvent('click');
  await see(tour, 'desk-document', files.getByRole('table'));
  await files.getByRole('tab', { name: /\.xlsx$/ }).dispatchEvent('click');
  await see(tour, 'desk-sheet', files.getByRole('table'));
  await files.getByRole('tab', { name: expert.dossier.fields }).dispatchEvent('click');
  await see(tour, 'desk-fields', files.getByRole('tabpanel'));
  if (onePane) await page.keyboard.press('Control+b');
  await out.click();
  await see(tour, 'recusal', page.getByRole('dialog').getByRole('radio'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await see(tour, 'comparison', page.getByRole('gridcell'));
}

async function visitSubmission(tour: Tour, outputFolder: string): Promise<void> {
  const { electron, page } = tour;
  const { app, expert } = wordsOf(tour);
  await page.keyboard.press('Control+3');
  await see(tour, 'submission-gaps', heading(page, expert.submission.title));
  await scoreSome(tour, Number.POSITIVE_INFINITY);
  await page.reload();
  await button(page, app.home.tasks).click();
  await button(page, expert.tasks.continue).click();
  await expect(page.getByRole('textbox', { name: expert.desk.comment })).toBeVisible();
  await page.keyboard.press('Control+3');
  await see(tour, 'submission', button(page, expert.submission.sign));
  await mkdir(outputFolder, { recursive: true });
  await answerOpenDialogs(electron, [outputFolder]);
  await page.getByRole('checkbox', { name: expert.submission.agree }).check();
  await button(page, expert.submission.sign).click();
  await see(tour, 'submission-done', page.getByText(expert.submission.digest, { exact: true }));
}
