import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { Submission } from '#shared/ipc/expert-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { groupDigest } from './list-gaps.ts';

type OutcomeProps = { readonly submission: Submission; readonly file: SavedFile; readonly commission: string };

/** What was written, where it lies, how to recognise it, and what to do with it now. */
export function Outcome({ submission, file, commission }: OutcomeProps) {
  const { t } = useTranslation(['expert', 'common']);
  const showing = useAction(bridge.showSavedFile);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="outcome" aria-live="polite">
      <h2 ref={title} tabIndex={-1}>
        <CheckCircleOutlined /> {t('submission.done', { seq: submission.seq })}
      </h2>
      <dl className="outcome-facts">
        <dt>{t('submission.file')}</dt>
        <dd>{file.name}</dd>
        <dt>{t('submission.place')}</dt>
        <dd>{file.place}</dd>
        <dt>{t('submission.digest')}</dt>
        <dd>
          <code>{groupDigest(submission.statement)}</code>
        </dd>
      </dl>
      <p>{t('submission.next', { commission })}</p>
      <p className="outcome-hint">{t('submission.nextHint')}</p>
      {showing.failure !== null && <ErrorPanel failure={showing.failure} />}
      <div>
        <Button type="primary" onClick={() => void showing.run({ id: file.id })}>
          {t('common:showInFolder')}
        </Button>
      </div>
    </section>
  );
}
