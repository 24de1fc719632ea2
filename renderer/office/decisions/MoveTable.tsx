import { useTranslation } from 'react-i18next';
import type { Move } from '#shared/ranking/compare-rankings.ts';
import type { RankingStatus } from '#shared/ranking/ranking.ts';
import type { Track } from '#shared/round/round.ts';
import { Mark } from '../../ui/mark/Mark.tsx';

/** Shown at most; the count above the table says how many there are. */
const most = 500;

type MoveTableProps = {
  readonly moves: readonly Move[];
  /** Named beside each candidate when there are several. */
  readonly tracks: readonly Track[];
};

/** Who stands otherwise under the trial: those who cross the cut line first, those whose score alone changes last. */
export function MoveTable({ moves, tracks }: MoveTableProps) {
  const { t } = useTranslation('office');
  const names = new Map(tracks.length > 1 ? tracks.map(({ id, name }) => [id, name]) : []);
  if (moves.length === 0) return <output className="office-note decision-moves">{t('decisions.trial.same')}</output>;
  const crossing = moves.filter(({ crosses }) => crosses !== null);
  const others = moves.filter(({ crosses }) => crosses === null).toSorted((a, b) => weigh(b) - weigh(a));
  const count = (way: Move['crosses']): number => crossing.filter(({ crosses }) => crosses === way).length;
  return (
    <section className="decision-moves" aria-live="polite">
      <p>{t('decisions.trial.moved', { count: moves.length, in: count('in'), out: count('out') })}</p>
      <table className="office-table">
        <thead>
          <tr>
            <th scope="col">{t('decisions.trial.candidate')}</th>
            {names.size > 0 && <th scope="col">{t('decisions.trial.track')}</th>}
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
            <MoveLine key={move.candidateId} move={move} track={names.get(move.trackId) ?? null} />
          ))}
        </tbody>
      </table>
      {moves.length > most && (
        <p className="office-faint">{t('decisions.trial.rest', { count: moves.length - most })}</p>
      )}
    </section>
  );
}

function MoveLine({ move, track }: { readonly move: Move; readonly track: string | null }) {
  const { t } = useTranslation('office');
  const { code, name, from, to, places, crosses } = move;
  const nameStatus = (status: RankingStatus): string =>
    isBand(status) ? status.slice('band:'.length) : t(`ranking.statuses.${status}`);
  return (
    <tr>
      <th scope="row">
        {code} {name}
      </th>
      {track !== null && <td>{track}</td>}
      <td className="number">
        {from.rank ?? '—'} · {from.score ?? '—'}
      </td>
      <td className="number">
        {to.rank ?? '—'} · {to.score ?? '—'}
      </td>
      <td>
        <span className="decision-change">
          {crosses !== null && (
            <Mark tone={crosses === 'in' ? 'done' : 'refused'}>{t(`decisions.trial.${crosses}`)}</Mark>
          )}
          {crosses === null && from.status !== to.status && (
            <span>{`${nameStatus(from.status)} → ${nameStatus(to.status)}`}</span>
          )}
          {places !== null && <span>{t(`decisions.trial.${wayOf(move)}`, { count: Math.abs(places) })}</span>}
        </span>
      </td>
    </tr>
  );
}

function isBand(status: RankingStatus): status is `band:${string}` {
  return status.startsWith('band:');
}

/** Another standing before other ranks, those before other scores; the longest ways first. */
function weigh({ from, to, places }: Move): number {
  const standing = from.status === to.status ? 0 : 1_000_000;
  return standing + (places === null ? 0 : Math.abs(places));
}

function wayOf({ places, from, to }: Move): 'up' | 'down' | 'stays' | 'score' {
  if (places === null || places === 0) return from.status === to.status ? 'score' : 'stays';
  return places > 0 ? 'up' : 'down';
}
