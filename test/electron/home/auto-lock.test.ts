import { expect, it } from 'vitest';
import { makeAutoLock } from '#electron/home/auto-lock.ts';

const minute = 60_000;

it('a home is due after the minutes that were chosen without anybody at the desk', () => {
  const clock = { now: 0, minutes: 5 as number | null };
  const autoLock = makeAutoLock({ now: () => clock.now, minutes: () => clock.minutes });
  clock.now = 5 * minute - 1;
  expect(autoLock.isDue()).toBe(false);
  clock.now = 5 * minute;
  expect(autoLock.isDue()).toBe(true);
  autoLock.touch();
  expect(autoLock.isDue()).toBe(false);
  clock.now += 29 * minute;
  clock.minutes = 30;
  expect(autoLock.isDue()).toBe(false);
  clock.minutes = 15;
  expect(autoLock.isDue()).toBe(true);
  clock.minutes = null;
  clock.now += 10_000 * minute;
  expect(autoLock.isDue()).toBe(false);
});

it('a clock that is set back gives the chosen time once more, not for ever', () => {
  const clock = { now: 100 * minute };
  const autoLock = makeAutoLock({ now: () => clock.now, minutes: () => 5 });
  clock.now = 0;
  expect(autoLock.isDue()).toBe(false);
  clock.now = 5 * minute;
  expect(autoLock.isDue()).toBe(true);
});
