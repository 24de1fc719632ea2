import { useEffect, useState } from 'react';
import { bridge } from '../../bridge/bridge.ts';

/**
 * How often a candidate stayed on its side of the line, when experts were drawn anew; 0 … 1, by candidate. Null while that is
 * being worked out.
 */
export type Stability = { readonly samples: number; readonly shares: ReadonlyMap<string, number> | null };

const samples = 500;
const seed = 1;
/** Larger boards do without: there the analysis is asked for on its own page. */
const mostRows = 5000;

type Found = { readonly stability: Stability | null; readonly resultHash: string };

const underWay: Stability = { samples, shares: null };

/**
 * Works the stability of a board out beside it; null where it cannot be had.
 * @param resultHash of the ranking on the board: another one is worked out anew
 */
export function useStability(roundId: string, rows: number, resultHash: string): Stability | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (rows === 0 || rows > mostRows) return undefined;
    let state: 'running' | 'ended' | 'left' = 'running';
    const ask = async (): Promise<void> => {
      const result = await bridge.testRobustness({ roundId, samples, seed });
      if (state === 'left') return;
      state = 'ended';
      if (!result.ok) {
        setFound({ stability: null, resultHash });
        return;
      }
      const shares = result.value.tracks.flatMap(({ candidates }) =>
        candidates.map(
          ({ candidateId, inside, share, undecided }) =>
            [candidateId, inside ? share : Math.max(0, 1 - share - undecided)] as const,
        ),
      );
      setFound({ stability: { samples: result.value.samples, shares: new Map(shares) }, resultHash });
    };
    void ask();
    return () => {
      if (state === 'running') void bridge.stopAnalysis({});
      state = 'left';
    };
  }, [roundId, rows, resultHash]);
  if (found?.resultHash === resultHash) return found.stability;
  return rows === 0 || rows > mostRows ? null : underWay;
}
