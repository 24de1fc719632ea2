import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankingStatus } from '#shared/ranking/ranking.ts';
import type { Policy } from '#shared/round/policy.ts';
import type { RoundDesign } from '#shared/round/round.ts';
import { describeFailure } from '#shared/text/sentences.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { previewPolicy, type PreviewRow } from './policy-preview.ts';

type PreviewProps = { readonly design: RoundDesign; readonly saved: Policy };

/** What the rule makes of a worked sample while it is being edited, and who moves against the rule as saved. */
export function PolicyPreview({ design, saved }: PreviewProps) {
  const { t, i18n } = useTranslation('office');
  // Typing goes first: the sample is ranked when the window has time.
  const settled = useDeferredValue(design);
  const preview = useMemo(() => previewPolicy(settled, saved), [settled, saved]);
  return (
    <aside className="round-preview" aria-labelledby="round-preview-title">
      <h2 id="round-preview-title">{t('round.policy.preview')}</h2>
      <p className="office-faint">{t('round.policy.previewHint')}</p>
      {preview.ok ? (
        <PreviewTable rows={preview.value} />
      ) : (
        <p role="alert">
          <Mark tone="refused">{describeFailure(preview.error, i18n.language === 'en' ? 'en' : 'zh-CN')}</Mark>
        </p>
      )}
    </aside>
  );
}

function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const { t } = useTranslation('office');
  return (
    <table className="office-table round-table" aria-live="polite">
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('round.policy.previewRank')}
          </th>
          <th scope="col">{t('round.policy.previewCode')}</th>
          <th scope="col" className="number">
            {t('round.policy.previewScore')}
          </th>
          <th scope="col">{t('round.policy.previewStatus')}</th>
          <th scope="col">{t('round.policy.previewMove')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} className={row.changed ? 'round-moved' : ''}>
            <td className="number">{row.rank ?? '—'}</td>
            <td>{t('round.policy.previewName', { code: row.code })}</td>
            <td className="number">{row.score ?? '—'}</td>
            <td>
              <StatusWord status={row.status} />
            </td>
            <td>
              <MoveWord row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StatusWord({ status }: { readonly status: RankingStatus }) {
  const { t } = useTranslation('office');
  return isBand(status) ? status.slice('band:'.length) : t(`ranking.statuses.${status}`);
}

function isBand(status: RankingStatus): status is `band:${string}` {
  return status.startsWith('band:');
}

function MoveWord({ row: { changed, places } }: { readonly row: PreviewRow }) {
  const { t } = useTranslation('office');
  if (!changed) return <span className="office-faint">{t('round.policy.moveNone')}</span>;
  if (places === null || places === 0) return t('round.policy.moveChanged');
  const count = Math.abs(places);
  return (
    <>
      {places > 0 ? <ArrowUpOutlined aria-hidden="true" /> : <ArrowDownOutlined aria-hidden="true" />}{' '}
      {t(places > 0 ? 'round.policy.moveUp' : 'round.policy.moveDown', { count })}
    </>
  );
}
