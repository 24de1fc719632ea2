import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import { commentLimit, type Sheet } from '#shared/scoring/sheet.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import './out-panel.css';

/** 回避 or 弃权. */
export type Out = Exclude<Sheet['state'], 'scored'>;

const outs = ['recused', 'abstained'] as const;

type OutDialogProps = {
  readonly candidateName: string;
  readonly state: Out;
  readonly reason: string;
  /** Points or gates are entered and would be cleared. */
  readonly clears: boolean;
  readonly onDone: (state: Out, reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why a candidate is not scored: recused (利益关系) or abstained, with the reason that goes on record. */
export function OutDialog({ candidateName, state: first, reason: before, clears, onDone, onClose }: OutDialogProps) {
  const { t } = useTranslation(['expert', 'common']);
  const [state, setState] = useState<Out>(first);
  const [reason, setReason] = useState(before);
  const clean = cleanText(reason).trim().slice(0, commentLimit);
  const footer = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button type="primary" disabled={clean === ''} onClick={() => onDone(state, clean)}>
        {t(`out.confirm.${state}`)}
      </Button>
    </>
  );
  return (
    <Dialog title={t('out.title', { name: candidateName })} onClose={onClose} footer={footer}>
      <Radio.Group
        value={state}
        aria-label={t('out.kind')}
        onChange={({ target }) => setState(outs.find((out) => out === target.value) ?? 'recused')}
        options={outs.map((out) => ({ value: out, label: t(`out.${out}`) }))}
      />
      <p className="out-hint">{t(`out.hint.${state}`)}</p>
      <label htmlFor="out-reason">{t('out.reason')}</label>
      <Input.TextArea
        id="out-reason"
        value={reason}
        rows={3}
        maxLength={commentLimit}
        onChange={({ target }) => setReason(target.value)}
      />
      {clears && <p className="out-clears">{t('out.clears')}</p>}
    </Dialog>
  );
}
