import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/ipc/expert-views.ts';
import type { ReceiptView } from '#shared/ipc/receipt-views.ts';
import { formatMinute } from '../../text/format.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { receiptState } from '../receipt-state.ts';
import { useRefusal } from '../use-refusal.ts';
import { groupDigest } from './list-gaps.ts';

/** Whether it was delivered, by the office's own word; a refusal says why and what to do. */
function ReceiptLine({ receipt }: { readonly receipt: ReceiptView | null }) {
  const { t } = useTranslation('expert');
  const refusal = useRefusal();
  const { tone, word } = receiptState(receipt);
  const code = receipt?.code ?? null;
  return (
    <>
      <p>
        <Mark tone={tone}>
          {t(`receipt.${word}`)} {receipt !== null && formatMinute(receipt.issuedAt)}
        </Mark>
      </p>
      {receipt === null && <p className="outcome-hint">{t('receipt.noneHint')}</p>}
      {code !== null && (
        <p>
          {refusal(code)} <code className="failure-code">{code}</code>
        </p>
      )}
    </>
  );
}

/** The result packages made before, newest first. */
export function SubmissionList({ submissions }: { readonly submissions: readonly Submission[] }) {
  const { t } = useTranslation('expert');
  if (submissions.length === 0) return null;
  return (
    <section className="submissions">
      <h2>{t('submission.previous')}</h2>
      <ul>
        {submissions.toReversed().map(({ seq, submittedAt, fileName, reason, statement, receipt }) => (
          <li key={seq}>
            <p>
              <strong>{t('submission.seq', { seq })}</strong> {formatMinute(submittedAt)} · {fileName}
            </p>
            {reason !== null && <p>{t('submission.reasonWas', { reason })}</p>}
            <ReceiptLine receipt={receipt} />
            <p className="outcome-hint">
              {t('submission.digest')} <code>{groupDigest(statement)}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
