import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayShare } from '#shared/agreement/reading.ts';
import type { CandidateRobustness, TrackRobustness } from '#shared/agreement/robustness.ts';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { nearTheLine } from './robustness-pictures.ts';

/** Rows put into the page at most; the command line has them all. */
const mostRows = 500;

/** The candidates near the line, or all of them, with how sure each one is. */
export function LineTable({ tested }: { readonly tested: TrackRobustness }) {
  const { t } = useTranslation('office');
  const [all, setAll] = useState(false);
  const near = nearTheLine(tested);
  const shown = all ? tested.candidates.slice(0, mostRows) : near;
  const { kind } = tested.line;
  return (
    <section className="analysis-part">
      <header className="analysis-head">
        <h2>{t(`analysis.lineTable.${kind}`)}</h2>
        {near.length < tested.candidates.length && (
          <Button size="small" onClick={() => setAll(!all)} aria-pressed={all}>
            {all ? t('analysis.showNear') : t('analysis.showAll', { count: tested.candidates.length })}
          </Button>
        )}
      </header>
      <div className="analysis-wide" ref={focusWhenScrolling}>
        <table className="office-table analysis-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('analysis.rank')}
              </th>
              <th scope="col">{t('analysis.candidate')}</th>
              <th scope="col">{t('analysis.status')}</th>
              <th scope="col" className="number">
                {t(kind === 'bands' ? 'analysis.keep' : 'analysis.share')}
              </th>
              <th scope="col" className="number">
                {t('analysis.ranks')}
              </th>
              <th scope="col">{t('analysis.remark')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((candidate) => (
              <LineRow key={candidate.candidateId} candidate={candidate} kind={kind} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type LineRowProps = { readonly candidate: CandidateRobustness; readonly kind: TrackRobustness['line']['kind'] };

function LineRow({ candidate, kind }: LineRowProps) {
  const { t } = useTranslation('office');
  const { rank, code, name, status, inside, share, ranks, certainty } = candidate;
  const standing = ((): string => {
    if (kind === 'top' && rank !== null) return t(inside ? 'analysis.insideTop' : 'analysis.outsideTop');
    if (status.startsWith('band:')) return status.slice('band:'.length);
    return status === 'selected' ? t('analysis.inside') : t(`ranking.statuses.${plain(status)}`);
  })();
  return (
    <tr>
      <td className="number">{rank ?? '—'}</td>
      <th scope="row">
        {code} {name}
      </th>
      <td>{standing}</td>
      <td className="number analysis-value">{sayShare(share)}</td>
      <td className="number">{rank === null ? '—' : `${ranks[0]}–${ranks[2]}`}</td>
      <td>
        {certainty === 'open' ? (
          <Mark tone="warned">{t('analysis.certainty.open')}</Mark>
        ) : (
          <span className="office-faint">{t(`analysis.certainty.${certainty}`)}</span>
        )}
      </td>
    </tr>
  );
}

type PlainStatus = 'selected' | 'reserve' | 'below' | 'undecided' | 'no-score' | 'vetoed' | 'ranked';

const plainStatuses: readonly PlainStatus[] = ['reserve', 'below', 'undecided', 'no-score', 'vetoed', 'ranked'];

function plain(status: string): PlainStatus {
  return plainStatuses.find((known) => known === status) ?? 'ranked';
}
