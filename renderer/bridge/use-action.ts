import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#shared/base/result.ts';

/** Something that a person started and that may be refused. */
export type Action<Input extends readonly unknown[], Value> = {
  /** Runs it; answers null when it was refused. A second start while it runs does nothing. */
  readonly run: (...input: Input) => Promise<Value | null>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Forgets the failure. */
  readonly clear: () => void;
};

/** Busy and error state around a call: `const issue = useAction(bridge.issueTasks)`. */
export function useAction<Input extends readonly unknown[], Value>(
  act: (...input: Input) => Promise<Result<Value>>,
): Action<Input, Value> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const run = useCallback(async (...input: Input) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setFailure(null);
    const result = await latest.current(...input).finally(() => {
      running.current = false;
      setBusy(false);
    });
    if (result.ok) return result.value;
    setFailure(result.error);
    return null;
  }, []);
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, failure, clear };
}
