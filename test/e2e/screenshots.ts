import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Preferences } from '#shared/ipc/app-calls.ts';
import { launchApp } from './harness.ts';
import { visitExpert } from './tour-expert.ts';
import { visitOffice } from './tour-office.ts';
import { visitHome, type Tour } from './tour.ts';

// `npm run screenshots`: pictures of every screen into screenshots/, one folder per look. Names choose looks:
// npm run screenshots -- zh-CN en-large

type Look = {
  readonly name: string;
  readonly preferences: Preferences;
  readonly width: number;
  readonly height: number;
};

const normal: Preferences = { language: 'zh-CN', theme: 'light', textSize: 14, noticeRead: true };
const wide = { width: 1440, height: 900 };
const narrow = { width: 1024, height: 700 };
const looks: readonly Look[] = [
  { name: 'zh-CN', preferences: normal, ...wide },
  { name: 'zh-CN-narrow', preferences: normal, ...narrow },
  { name: 'zh-CN-dark', preferences: { ...normal, theme: 'dark' }, ...wide },
  { name: 'zh-CN-contrast', preferences: { ...normal, theme: 'contrast' }, ...wide },
  { name: 'zh-CN-large', preferences: { ...normal, textSize: 22 }, ...wide },
  { name: 'zh-CN-largest', preferences: { ...normal, textSize: 30 }, ...wide },
  { name: 'en', preferences: { ...normal, language: 'en' }, ...wide },
  { name: 'en-narrow', preferences: { ...normal, language: 'en' }, ...narrow },
  { name: 'en-large', preferences: { ...normal, language: 'en', textSize: 22 }, ...wide },
];

const output = fileURLToPath(new URL('../../screenshots/', import.meta.url));

/** Walks through all screens in one look. All looks share a profile, so that the demo is made only once. */
async function picture({ name, preferences, width, height }: Look, folder: string): Promise<number> {
  const pictures = join(output, name);
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const userData = join(folder, 'profile');
  const app = await launchApp({ userData, home: join(folder, name, 'home') });
  let count = 0;
  const visit = async (screen: string): Promise<void> => {
    count += 1;
    await app.page.screenshot({ path: join(pictures, `${String(count).padStart(2, '0')}-${screen}.png`) });
  };
  const tour: Tour = { ...app, preferences, visit };
  try {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await visitHome(tour);
    await visitOffice(tour);
    await visitExpert(tour, join(userData, 'demo'), join(folder, name, 'returned'));
  } finally {
    await app.electron.close();
  }
  return count;
}

const chosen = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'mtx-screenshots-'));
try {
  for (const look of looks.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
    const count = await picture(look, folder);
    console.log(`${look.name}: ${count} pictures in ${join(output, look.name)}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
