import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '#shared/ipc/expert-views.ts';
import { formatMinute } from '../../text/format.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { RenewKeysDialog } from './RenewKeys.tsx';
import './task-facts.css';

type TaskBriefingProps = { readonly view: TaskView; readonly onClose: () => void };

/** 评审须知: whose task this is, from whom, until when, and what the commission says about it. */
export function TaskBriefing({ view, onClose }: TaskBriefingProps) {
  const { t } = useTranslation(['expert', 'common']);
  const { summary, instructions, revokedKeys, canRenew, carried } = view;
  const [ownKey, setOwnKey] = useState(view.ownKey);
  const [renewing, setRenewing] = useState(false);
  const footer = (
    <Button type="primary" size="large" onClick={onClose}>
      {t('briefing.start')}
    </Button>
  );
  return (
    <>
      <Dialog title={t('briefing.title')} onClose={onClose} footer={footer}>
        {ownKey === null && <p className="briefing-note">{t('renewal.keyGone')}</p>}
        {ownKey !== null && revokedKeys.length > 0 && <p className="briefing-note">{t('renewal.renewedByTask')}</p>}
        <dl className="briefing-facts">
          <dt>{t('briefing.round')}</dt>
          <dd>{summary.roundTitle}</dd>
          <dt>{t('tasks.expert')}</dt>
          <dd>{summary.expertName}</dd>
          <dt>{t('tasks.commission')}</dt>
          <dd>{summary.commission}</dd>
          <dt>{t('common:deadline')}</dt>
          <dd>{summary.deadline === null ? t('common:noDeadline') : formatMinute(summary.deadline)}</dd>
          <dt>{t('briefing.candidates')}</dt>
          <dd>{t('briefing.count', { count: summary.candidates })}</dd>
          <dt>{t('renewal.officeKey')}</dt>
          <dd>{summary.fingerprint}</dd>
          {ownKey !== null && (
            <>
              <dt>{t('renewal.ownKey')}</dt>
              <dd>
                {ownKey}
                {canRenew && (
                  <button type="button" className="button quiet" onClick={() => setRenewing(true)}>
                    {t('renewal.verb')}
                  </button>
                )}
              </dd>
            </>
          )}
        </dl>
        {carried > 0 && <p>{t('briefing.carried', { count: carried })}</p>}
        {instructions !== '' && <p className="briefing-text">{instructions}</p>}
        <p>{t('briefing.saved')}</p>
      </Dialog>
      {renewing && (
        <RenewKeysDialog
          taskId={summary.id}
          onClose={() => setRenewing(false)}
          onRenewed={(fingerprint) => {
            setOwnKey(fingerprint);
            setRenewing(false);
          }}
        />
      )}
    </>
  );
}
