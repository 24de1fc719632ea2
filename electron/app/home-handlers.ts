import { basename } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import type { homeCalls, HomeView } from '#shared/ipc/home-calls.ts';
import type { HandlersOf } from './calls.ts';
import type { HomeStanding } from './home-place.ts';
import type { Host } from './host.ts';
import { lockHome } from './lock-home.ts';

/** Calls about locking and unlocking the home of this machine. */
export function makeHomeHandlers(host: Host): HandlersOf<typeof homeCalls> {
  const { protection } = host;
  const { home } = host.desk;
  const show = async (standing: Promise<Result<HomeStanding>>): Promise<Result<HomeView>> => {
    const home = await standing;
    return home.ok ? ok({ ...home.value, ...protection.read() }) : home;
  };
  return {
    getHome: () => show(home.view()),
    setUpHome: ({ passphrase }) => show(home.setUp(passphrase)),
    unlockHome: ({ passphrase }) => show(home.unlock(passphrase)),
    lockHome: async () => {
      await lockHome(host, 'asked');
      return ok(null);
    },
    setHomeLock: ({ lockAfter }) => {
      const written = protection.write({ lockAfter });
      return written.ok ? show(home.view()) : written;
    },
    changeHomePassphrase: async (change) => {
      const changed = await home.changePassphrase(change);
      return changed.ok ? show(home.view()) : changed;
    },
    startHomeAnew: async () => {
      const moved = await home.startAnew();
      return moved.ok ? ok({ folder: basename(moved.value) }) : moved;
    },
  };
}
