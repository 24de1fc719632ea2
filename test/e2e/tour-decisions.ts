import { expect } from '@playwright/test';
import { button, see, wordsOf, type Tour } from './tour.ts';

/** What people do about a ranking: try other rules, decide, lock. The ranking page of the demo round is open. */
export async function visitDecisions(tour: Tour): Promise<void> {
  const { page } = tour;
  const { decisions } = wordsOf(tour).office;
  const dialog = page.getByRole('dialog');
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  await button(page, decisions.trial.verb).click();
  await dialog.getByRole('spinbutton').first().fill('3');
  await button(page, decisions.trial.run).click();
  await see(tour, 'trial', dialog.getByRole('table'));
  await close();
  await button(page, decisions.open).click();
  await see(tour, 'decisions', button(page, decisions.voidExpert));
  await button(page, decisions.voidExpert).click();
  await see(tour, 'decide', button(page, decisions.record));
  await page.keyboard.press('Escape');
  await close();
  await button(page, decisions.lock.verb).click();
  await see(tour, 'lock', button(page, decisions.lock.confirm));
  await close();
}
