import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { noticeDone, noticeFailure } from '../../ui/notice/notices.ts';

type AnswerVerbsProps = {
  readonly roundId: string;
  /** Ids of the rows that are ticked; none: all packages of the round. */
  readonly selected: readonly string[];
  readonly onAnswered: () => void;
};

/** 回执 and 核验单 for the ticked packages, or for all. */
export function AnswerVerbs({ roundId, selected, onAnswered }: AnswerVerbsProps) {
  const { t } = useTranslation('office');
  const [busy, setBusy] = useState(false);
  const input = { roundId, intakeIds: selected.length === 0 ? null : [...selected] };
  const count = selected.length;

  async function giveReceipts(): Promise<void> {
    setBusy(true);
    const given = await bridge.saveReceipts(input);
    setBusy(false);
    if (!given.ok) return noticeFailure(given.error);
    if (given.value === null) return undefined;
    const { folder, ...counts } = given.value;
    noticeDone(t('intake.receiptsGiven', { ...counts, place: `${folder.place}/${folder.name}` }));
    return onAnswered();
  }

  async function printSheets(): Promise<void> {
    setBusy(true);
    const saved = await bridge.saveVerificationSheets(input);
    setBusy(false);
    if (!saved.ok) return noticeFailure(saved.error);
    if (saved.value !== null) noticeDone(t('intake.sheetsSaved', { ...saved.value }));
    return undefined;
  }

  return (
    <span className="end intake-answers">
      <Button disabled={busy} title={t('intake.verificationHint')} onClick={() => void printSheets()}>
        {count === 0 ? t('intake.verification') : t('intake.verificationSelected', { count })}
      </Button>
      <Button disabled={busy} title={t('intake.receiptsHint')} onClick={() => void giveReceipts()}>
        {count === 0 ? t('intake.receipts') : t('intake.receiptsSelected', { count })}
      </Button>
    </span>
  );
}
