const minute = 60_000;

/** Watches how long nobody did anything. */
export type AutoLock = {
  /** Somebody did something. */
  readonly touch: () => void;
  /** Whether it is time to lock; asked now and then. Asked late (a machine that slept), it says so at once. */
  readonly isDue: () => boolean;
};

/**
 * @param now clock in milliseconds
 * @param minutes of idleness that are allowed, as the person chose last; null: never
 */
export function makeAutoLock({ now, minutes }: { now: () => number; minutes: () => number | null }): AutoLock {
  let last = now();
  return {
    touch: () => {
      last = now();
    },
    isDue: () => {
      const allowed = minutes();
      // A clock set back must not give more time than was chosen: from then on the new time counts.
      if (now() < last) last = now();
      return allowed !== null && now() - last >= allowed * minute;
    },
  };
}
