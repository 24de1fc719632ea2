import { Button } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '#shared/ipc/app-calls.ts';
import type { OpenedReceipt } from '#shared/ipc/receipt-views.ts';
import { formatFingerprint } from '#shared/identity/fingerprint.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { receiptState } from '../receipt-state.ts';
import { useRefusal } from '../use-refusal.ts';
import './receipts.css';

type ReceiptPageProps = {
  readonly file: Grant;
  readonly onTask: (taskId: string) => void;
  readonly onTasks: () => void;
};

/** Opens a receipt and says what it means: delivered, or refused and why; or why it is not believed. */
export function ReceiptPage({ file, onTask, onTasks }: ReceiptPageProps) {
  const { t } = useTranslation('expert');
  const load = useCallback(() => bridge.openReceipt({ file: file.id }), [file.id]);
  const [opened] = useLoaded(load);
  const taskId = opened.state === 'ready' ? opened.value.taskId : null;
  return (
    <div className="receipt">
      <h1>{t('receipt.title')}</h1>
      <p className="receipt-file">{file.name}</p>
      {opened.state === 'loading' && <Loading />}
      {opened.state === 'failed' && <ErrorPanel failure={opened.failure} />}
      {opened.state === 'ready' && <Opened opened={opened.value} />}
      <div className="receipt-verbs">
        <Button onClick={onTasks}>{t('receipt.toTasks')}</Button>
        {taskId !== null && (
          <Button type="primary" onClick={() => onTask(taskId)}>
            {t('receipt.toTask')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Opened({ opened: { receipt, submission, known, renewed } }: { readonly opened: OpenedReceipt }) {
  const { t } = useTranslation('expert');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const refusal = useRefusal();
  const time = formatMinute(receipt.issuedAt);
  const { tone, word } = receiptState(receipt);
  const text = receipt.verdict === 'accepted' ? 'deliveredText' : 'correctedText';
  return (
    <section aria-live="polite">
      <h2 ref={title} tabIndex={-1}>
        {t(receipt.verdict === 'refused' ? 'receipt.refusedTitle' : 'receipt.deliveredTitle', { submission })}
      </h2>
      <p>
        <Mark tone={tone}>{t(`receipt.${word}`)}</Mark>
      </p>
      <p>{receipt.verdict === 'refused' ? t('receipt.refusedText', { time }) : t(`receipt.${text}`, { time })}</p>
      {receipt.code !== null && (
        <p>
          {refusal(receipt.code)} <code className="failure-code">{receipt.code}</code>
        </p>
      )}
      {renewed === 'card' && <p>{t('renewal.byReceiptCard')}</p>}
      {known && <p className="receipt-file">{t('receipt.known')}</p>}
      <p className="receipt-file">
        {t('receipt.signedBy')} <code>{formatFingerprint(receipt.signer)}</code>
      </p>
    </section>
  );
}
