import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import type { IssuedTask } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Field } from '../../ui/field/Field.tsx';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

type TaskDialogProps = {
  readonly roundId: string;
  readonly task: IssuedTask;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** 重新下发: what it means, then a folder, then the new code. */
export function ReissueDialog({ roundId, task, onChanged, onClose }: TaskDialogProps) {
  const { t } = useTranslation(['office', 'common']);
  const reissue = useAction(bridge.reissueTask);
  const [code, setCode] = useState<string | null>(null);

  async function submit(): Promise<void> {
    const chosen = await bridge.chooseFiles({ purpose: 'issue-folder' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [folder] = chosen.value;
    if (folder === undefined) return;
    const done = await reissue.run({ roundId, expertId: task.expertId, folder: folder.id });
    if (done === null) return;
    setCode(done.task.code);
    onChanged();
  }

  return (
    <Dialog
      title={t('tasks.reissueTitle', { name: task.name })}
      onClose={onClose}
      footer={
        code === null ? (
          <>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button type="primary" loading={reissue.busy} onClick={() => void submit()}>
              {t('tasks.reissue')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        )
      }
    >
      {code === null ? (
        <p>{t('tasks.reissueHint')}</p>
      ) : (
        <p>
          {t('tasks.reissued')} <strong className="tasks-code">{code === '' ? t('tasks.noCode') : code}</strong>
        </p>
      )}
      {reissue.failure !== null && <ErrorPanel failure={reissue.failure} />}
    </Dialog>
  );
}

/** 撤销密钥: for a lost laptop; asks why. */
export function RevokeDialog({ task, onChanged, onClose }: TaskDialogProps) {
  const { t } = useTranslation(['office', 'common']);
  const [reason, setReason] = useState('');
  const revoke = useAction(bridge.revokeExpertKeys);
  const tidy = cleanText(reason).trim();

  async function submit(): Promise<void> {
    const done = await revoke.run({ expertId: task.expertId, reason: tidy });
    if (done === null) return;
    noticeDone(t('tasks.revoked', { name: task.name }));
    onClose();
    onChanged();
  }

  return (
    <Dialog
      title={t('tasks.revokeTitle', { name: task.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button danger disabled={tidy === ''} loading={revoke.busy} onClick={() => void submit()}>
            {t('tasks.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('tasks.revokeHint')}</p>
      <Field label={t('tasks.revokeReason')}>
        {(names) => (
          <Input
            {...names}
            maxLength={200}
            placeholder={t('tasks.revokeExample')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {revoke.failure !== null && <ErrorPanel failure={revoke.failure} />}
    </Dialog>
  );
}
