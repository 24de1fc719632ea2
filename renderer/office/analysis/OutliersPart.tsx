import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outlier } from '#shared/agreement/outliers.ts';
import { readSheets } from '#shared/agreement/read-agreement.ts';
import { sayPoints } from '#shared/agreement/reading.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';
import type { PartProps } from './AnalysisTracks.tsx';
import { Readings } from './Readings.tsx';
import { SheetsDrawer } from './SheetsDrawer.tsx';

/** 异常评分: sheets far out of line, each with the way to all sheets of its candidate. */
export function OutliersPart({ track, rubric, round, names }: PartProps) {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState<Outlier | null>(null);
  const candidates = new Map(
    (track.candidates ?? []).map(({ candidateId, code, name }) => [candidateId, `${code} ${name}`]),
  );
  const nameOf = (id: string): string => candidates.get(id) ?? id;
  return (
    <div className="office-scroll analysis-body" ref={focusWhenScrolling}>
      <Readings readings={readSheets(track)} />
      <section className="analysis-part">
        <h2>{t('analysis.outlierTable')}</h2>
        {track.outliers.length === 0 ? (
          <EmptyState title={t('analysis.noOutliers')} />
        ) : (
          <OutlierTable outliers={track.outliers} nameOf={nameOf} names={names} onOpen={setOpen} />
        )}
      </section>
      <SheetsDrawer
        roundId={round.id}
        candidateId={open?.candidateId ?? null}
        title={open === null ? '' : nameOf(open.candidateId)}
        expertId={open?.expertId ?? null}
        rubric={rubric}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}

type OutlierTableProps = {
  readonly outliers: readonly Outlier[];
  readonly nameOf: (candidateId: string) => string;
  readonly names: PartProps['names'];
  readonly onOpen: (outlier: Outlier) => void;
};

function OutlierTable({ outliers, nameOf, names, onOpen }: OutlierTableProps) {
  const { t } = useTranslation('office');
  return (
    <div className="analysis-wide" ref={focusWhenScrolling}>
      <table className="office-table analysis-table">
        <thead>
          <tr>
            <th scope="col">{t('analysis.candidate')}</th>
            <th scope="col">{t('analysis.expert')}</th>
            <th scope="col" className="number">
              {t('analysis.total')}
            </th>
            <th scope="col" className="number">
              {t('analysis.median')}
            </th>
            <th scope="col" className="number" title={t('analysis.zHint')}>
              {t('analysis.z')}
            </th>
            <th scope="col">
              <span className="only-read">{t('analysis.openSheets')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outliers.map((outlier) => (
            <tr key={`${outlier.candidateId} ${outlier.expertId}`}>
              <th scope="row">{nameOf(outlier.candidateId)}</th>
              <td>{names.get(outlier.expertId) ?? outlier.expertId}</td>
              <td className="number analysis-value">{sayPoints(outlier.total)}</td>
              <td className="number">{sayPoints(outlier.median)}</td>
              <td className="number">
                {outlier.z < 0 ? '↓' : '↑'} {Math.abs(outlier.z).toFixed(1)}
              </td>
              <td>
                <Button type="link" size="small" onClick={() => onOpen(outlier)}>
                  {t('analysis.openSheets')}
                  <span className="only-read"> {nameOf(outlier.candidateId)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="office-faint">{t('analysis.explained', { word: t('analysis.z'), text: t('analysis.zHint') })}</p>
    </div>
  );
}
