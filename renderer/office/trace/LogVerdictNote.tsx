import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import { useTranslation } from 'react-i18next';
import type { LogVerdict } from '#shared/ipc/trace-views.ts';
import { formatCount } from '../../text/format.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

/** What verifying found, in words. */
export function LogVerdictNote({ verdict }: { readonly verdict: LogVerdict }) {
  const { t } = useTranslation('office');
  const { entries, heads, covered, head, firstBad } = verdict;
  if (firstBad !== null) {
    const { code, ...detail } = firstBad;
    return (
      <div className="office-error">
        <ErrorPanel failure={{ code, detail }} />
      </div>
    );
  }
  return (
    <div className="office-note" aria-live="polite">
      <CheckCircleOutlined aria-hidden="true" />
      <div>
        <p>
          {t('trace.whole', { entries: formatCount(entries) })}{' '}
          {heads > 0
            ? t('trace.wholeHeads', { heads: formatCount(heads), covered: formatCount(covered) })
            : t('trace.wholeNoHead')}
        </p>
        <code className="office-code">{head}</code>
      </div>
    </div>
  );
}
