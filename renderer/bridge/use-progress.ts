import { useEffect, useState } from 'react';
import type { AppEvents, CallName } from '#shared/ipc/contract.ts';
import { onEvent } from './bridge.ts';

export type Progress = Pick<AppEvents['progress'], 'done' | 'total' | 'item'>;

/** How far a long call is, while `busy`; null before its first message and after its end. */
export function useProgress(what: CallName, busy: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
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
