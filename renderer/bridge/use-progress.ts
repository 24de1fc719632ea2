import { useEffect, useState } from 'react';
import type { AppEvents, CallName } from '#shared/ipc/contract.ts';
import { onEvent } from './bridge.ts';

/** How far long work is, while `busy`; null before the first word about it. */
export function useProgress(what: CallName, busy: boolean): AppEvents['progress'] | null {
  const [progress, setProgress] = useState<AppEvents['progress'] | null>(null);
  useEffect(() => {
    if (!busy) return undefined;
    const stop = onEvent('progress', (event) => {
      if (event.what === what) setProgress(event);
    });
    return () => {
      stop();
      setProgress(null);
    };
  }, [what, busy]);
  return progress;
}
