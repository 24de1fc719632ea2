import { useCallback, useEffect, useState } from 'react';
import type { Robustness } from '#shared/agreement/robustness.ts';
import type { Failure } from '#shared/base/result.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useProgress, type Progress } from '../../bridge/use-progress.ts';

/** Samples that the page draws, and the seed that makes the figures the same for everybody. */
const drawing = { samples: 1000, seed: 1 };

/** 稳健性 as it comes about: begun with the page, stopped with it or by hand. */
export type RobustnessWork = {
  readonly value: Robustness | null;
  readonly busy: boolean;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Tests the robustness of a round in the background. */
export function useRobustness(roundId: string): RobustnessWork {
  const [value, setValue] = useState<Robustness | null>(null);
  const { run, busy, failure } = useAction(bridge.testRobustness);
  const progress = useProgress('testRobustness', busy);
  const begin = useCallback(async () => {
    const tested = await run({ roundId, ...drawing });
    if (tested !== null) setValue(tested);
  }, [run, roundId]);
  const start = useCallback(() => void begin(), [begin]);
  const stop = useCallback(() => void bridge.stopAnalysis({}), []);
  useEffect(() => {
    // After the effect, since starting changes what is shown.
    let gone = false;
    void Promise.resolve().then(() => {
      if (!gone) start();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [start, stop]);
  return { value, busy, progress, failure, start, stop };
}
