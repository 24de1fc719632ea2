import { fail, ok, type Result } from '#shared/base/result.ts';
import { formatTime, type Entropy } from '#shared/base/ids.ts';
import type { HomeView } from '#shared/ipc/home-calls.ts';
import type { TraceEvent } from '#shared/trace/event.ts';
import type { Home, LockedHome } from '../home/home.ts';

type Answer<Value> = Result<Value> | Promise<Result<Value>>;

/** How the home stands, but for the settings. */
export type HomeStanding = Omit<HomeView, 'lockAfter'>;

// The code of the home is loaded when it is first needed, so that the first screen comes fast.
const loadOpening = () => import('../home/home.ts');
const loadUnlocking = () => import('../home/unlock-home.ts');
const loadGuard = () => import('../home/home-failure.ts');

/** The expert's home of this machine: opened at its first use, readable only while it is unlocked. */
export class HomePlace {
  readonly #folder: string;
  readonly #entropy: Entropy;
  readonly #acts = new Set<Promise<unknown>>();
  #locked: LockedHome | null = null;
  #home: Home | null = null;
  /** Rises whenever the home is locked: what was unlocking meanwhile stays locked. */
  #locks = 0;

  constructor(folder: string, entropy: Entropy) {
    this.#folder = folder;
    this.#entropy = entropy;
  }

  get isOpen(): boolean {
    return this.#home !== null;
  }

  /** Acts on the unlocked home; refused with `scoring.locked` otherwise. */
  async act<Value>(act: (home: Home) => Answer<Value>): Promise<Result<Value>> {
    const home = this.#home;
    if (home === null) return fail('scoring.locked');
    const running = (async () => (await loadGuard()).guardHome(() => act(home)))();
    this.#acts.add(running);
    return running.finally(() => this.#acts.delete(running));
  }

  async view(): Promise<Result<HomeStanding>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const { countTasks, readHomeState } = await loadUnlocking();
    const state = this.isOpen ? 'open' : readHomeState(opened.value);
    return ok({ state, tasks: countTasks(opened.value.db) });
  }

  async setUp(passphrase: string): Promise<Result<HomeStanding>> {
    const { setUpHome } = await loadUnlocking();
    return this.#unlockBy((locked) => setUpHome(locked, passphrase));
  }

  async unlock(passphrase: string): Promise<Result<HomeStanding>> {
    const { unlockHome } = await loadUnlocking();
    return this.#unlockBy((locked) => unlockHome(locked, passphrase));
  }

  /** Refuses further acts at once, and forgets the keys when those under way have ended; false: nothing was open. */
  async lock(): Promise<boolean> {
    this.#locks += 1;
    const leaving = this.#home;
    this.#home = null;
    if (leaving === null) return false;
    while (this.#acts.size > 0) await Promise.allSettled(this.#acts);
    (await loadUnlocking()).lockHome(leaving);
    return true;
  }

  async changePassphrase(change: { readonly present: string; readonly next: string }): Promise<Result<null>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const changed = await (await loadUnlocking()).changeHomePassphrase(opened.value, change);
    if (changed.ok) await this.#note(opened.value, { event: 'home-passphrase-changed', body: {} });
    return changed;
  }

  /** Moves the locked home aside and begins a new one. @returns the folder of the old one */
  async startAnew(): Promise<Result<string>> {
    await this.lock();
    this.clear();
    return (await loadUnlocking()).moveHomeAside(this.#folder, formatTime(this.#entropy.now()));
  }

  /** Closes the home at once, because the app ends. What was acknowledged is on disk already. */
  clear(): void {
    this.#home?.vault.lock();
    this.#locked?.db.close();
    this.#home = null;
    this.#locked = null;
  }

  async #note(locked: LockedHome, event: TraceEvent): Promise<void> {
    const { traceHome } = await loadOpening();
    locked.db.transaction(() => traceHome(locked, null, event)).immediate();
  }

  async #open(): Promise<Result<LockedHome>> {
    const { openHome } = await loadOpening();
    // Asked after the wait: of two first calls, the second one finds the home open.
    const opened = this.#locked === null ? openHome(this.#folder, this.#entropy) : ok(this.#locked);
    if (opened.ok) this.#locked = opened.value;
    return opened;
  }

  async #unlockBy(way: (locked: LockedHome) => Promise<Result<Home>>): Promise<Result<HomeStanding>> {
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const before = this.#locks;
    const unlocked = await way(opened.value);
    await this.#note(
      opened.value,
      unlocked.ok
        ? { event: 'home-unlocked', body: {} }
        : { event: 'home-unlock-refused', body: { code: unlocked.error.code } },
    );
    if (!unlocked.ok) return unlocked;
    if (before !== this.#locks) {
      unlocked.value.vault.lock();
      return fail('scoring.locked');
    }
    this.#home?.vault.lock();
    this.#home = unlocked.value;
    return this.view();
  }
}
