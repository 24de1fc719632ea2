import { useTranslation } from 'react-i18next';
import type { Move } from '#shared/ranking/compare-rankings.ts';
import { Mark } from '../../ui/mark/Mark.tsx';

/** Shown at most; the count above the table says how many there are. */
const most = 500;

/** Who stands otherwise under the trial, those who cross the cut line first. */
export function MoveTable({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('office');
  if (moves.length === 0) return <output className="office-note decision-moves">{t('decisions.trial.same')}</output>;
  const crossing = moves.filter(({ crosses }) => crosses !== null);
  const others = moves.filter(({ crosses }) => crosses === null);
  const count = (way: Move['crosses']): number => crossing.filter(({ crosses }) => crosses === way).length;
  return (
    <section className="decision-moves" aria-live="polite">
      <p>{t('decisions.trial.moved', { count: moves.length, in: count('in'), out: count('out') })}</p>
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t('decisions.trial.candidate')}</th>
            <th scope="col" className="number">
              {t('decisions.trial.from')}
            </th>
            <th scope="col" className="number">
              {t('decisions.trial.to')}
            </th>
            <th scope="col">{t('decisions.trial.change')}</th>
          </tr>
        </thead>
        <tbody>
          {[...crossing, ...others].slice(0, most).map((move) => (
            <MoveLine key={move.candidateId} move={move} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MoveLine({ move: { code, name, from, to, places, crosses } }: { readonly move: Move }) {
  const { t } = useTranslation('office');
  return (
    <tr>
      <th scope="row">
        {code} {name}
      </th>
      <td className="number">
        {from.rank ?? '—'} · {from.score ?? '—'}
      </td>
      <td className="number">
        {to.rank ?? '—'} · {to.score ?? '—'}
      </td>
      <td>
        {crosses !== null && (
          <Mark tone={crosses === 'in' ? 'done' : 'refused'}>{t(`decisions.trial.${crosses}`)}</Mark>
        )}{' '}
        {places !== null && t(`decisions.trial.${wayOf(places)}`, { count: Math.abs(places) })}
      </td>
    </tr>
  );
}

function wayOf(places: number): 'up' | 'down' | 'stays' {
  if (places === 0) return 'stays';
  return places > 0 ? 'up' : 'down';
}
