import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/ipc/expert-views.ts';
import { formatMinute } from '../../text/format.ts';
import { groupDigest } from './list-gaps.ts';

/** The result packages made before, newest first. */
export function SubmissionList({ submissions }: { readonly submissions: readonly Submission[] }) {
  const { t } = useTranslation('expert');
  if (submissions.length === 0) return null;
  return (
    <section className="submissions">
      <h2>{t('submission.previous')}</h2>
      <ul>
        {submissions.toReversed().map(({ seq, submittedAt, fileName, reason, statement }) => (
          <li key={seq}>
            <p>
              <strong>{t('submission.seq', { seq })}</strong> {formatMinute(submittedAt)} · {fileName}
            </p>
            {reason !== null && <p>{t('submission.reasonWas', { reason })}</p>}
            <p className="outcome-hint">
              {t('submission.digest')} <code>{groupDigest(statement)}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
