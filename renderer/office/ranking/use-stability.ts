import { useEffect, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';

/** How often a candidate stayed on its side of the line, when experts were drawn anew; 0 … 1, by candidate. */
export type Stability = { readonly samples: number; readonly shares: ReadonlyMap<string, number> };

const samples = 500;
const seed = 1;
/** Larger boards do without: there the analysis is asked for on its own page. */
const mostRows = 1000;

/**
 * Works the stability of a board out beside it; null until it is there, and where it cannot be had.
 * @param resultHash of the ranking on the board: another one is worked out anew
 */
export function useStability(roundId: string, rows: number, resultHash: string): Stability | null {
  const [found, setFound] = useState<(Stability & { readonly resultHash: string }) | null>(null);
  useEffect(() => {
    if (rows === 0 || rows > mostRows) return undefined;
    let state: 'running' | 'ended' | 'left' = 'running';
    const ask = async (): Promise<void> => {
      const result = await bridge.testRobustness({ roundId, samples, seed });
      if (state === 'left') return;
      state = 'ended';
      if (!result.ok) return;
      const shares = result.value.tracks.flatMap(({ candidates }) =>
        candidates.map(
          ({ candidateId, inside, share, undecided }) =>
            [candidateId, inside ? share : Math.max(0, 1 - share - undecided)] as const,
        ),
      );
      setFound({ samples: result.value.samples, shares: new Map(shares), resultHash });
    };
    void ask();
    return () => {
      if (state === 'running') void bridge.stopAnalysis({});
      state = 'left';
    };
  }, [roundId, rows, resultHash]);
  return found?.resultHash === resultHash ? found : null;
}
