import type { Entropy } from '#shared/base/ids.ts';
import { openHome, type Home } from '#electron/home/home.ts';
import { foundHome, readHomeState, unlockHome } from '#electron/home/unlock-home.ts';

/** Opens every home of the tests; wrapped with the smallest work factor, for time. */
export const homePassphrase = '桂花落满石阶 细雨湿衣';
export const testWorkFactor = 2;

/** An unlocked home in a folder: begun when there is none, else the one that lies there. */
export async function openTestHome(folder: string, entropy: Entropy): Promise<Home> {
  const locked = openHome(folder, entropy);
  if (!locked.ok) throw new Error(locked.error.code);
  const home =
    readHomeState(locked.value) === 'locked'
      ? await unlockHome(locked.value, homePassphrase)
      : await foundHome(locked.value, [{ kind: 'passphrase', text: homePassphrase }], testWorkFactor);
  if (!home.ok) throw new Error(home.error.code);
  return home.value;
}
