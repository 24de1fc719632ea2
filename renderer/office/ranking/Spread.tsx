import { useTranslation } from 'react-i18next';
import type { SpreadBar } from './board-lines.ts';
import { describeBar, percent } from './board-cells.ts';

/** Lowest to highest total on the track's common axis with a stroke at the score, outside the board. */
export function Spread({ bar }: { readonly bar: SpreadBar }) {
  const { t } = useTranslation(['office', 'common']);
  const { from, to, score } = bar;
  const words = describeBar(bar, t);
  return (
    <span className="ranking-spread" title={words}>
      <span className="only-read">{words}</span>
      <b style={{ left: percent(from), width: percent(Math.max(to - from, 0.005)) }} />
      {score !== null && <i style={{ left: percent(score) }} />}
    </span>
  );
}
