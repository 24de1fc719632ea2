import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#shared/base/result.ts';

/** Something read from the main process: on its way, there, or refused. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly failure: Failure };

/**
 * Reads when a component appears and whenever `load` changes (give it a stable function: `useCallback`).
 * @returns what was read, and the way to read it again; the old value stays on the screen meanwhile
 */
export function useLoaded<Value>(load: () => Promise<Result<Value>>): readonly [Loaded<Value>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const turn = useRef(0);
  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const result = await load();
    // An answer that was overtaken by a newer question, or whose component is gone, is dropped.
    if (mine !== turn.current) return;
    setLoaded(result.ok ? { state: 'ready', value: result.value } : { state: 'failed', failure: result.error });
  }, [load]);
  useEffect(() => {
    void read();
    return () => {
      turn.current += 1;
    };
  }, [read]);
  const again = useCallback(() => void read(), [read]);
  return [loaded, again];
}
