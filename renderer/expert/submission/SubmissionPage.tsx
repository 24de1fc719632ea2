import { Button, Checkbox, Input } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFile } from '#shared/ipc/app-calls.ts';
import type { Submission } from '#shared/ipc/expert-views.ts';
import { cleanText } from '#shared/base/text.ts';
import { declaration } from '#shared/scoring/declaration.ts';
import { commentLimit } from '#shared/scoring/sheet.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useLanguage } from '../../text/language.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { ProgressBar } from '../../ui/page/ProgressBar.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { GapList } from './GapList.tsx';
import { listGaps, type Gap } from './list-gaps.ts';
import { Outcome } from './Outcome.tsx';
import { SubmissionList } from './SubmissionList.tsx';
import './submission.css';

type Made = { readonly submission: Submission; readonly file: SavedFile };

function useGaps(): readonly Gap[] {
  const desk = useDesk();
  const candidates = useDeskState(({ view }) => view.candidates);
  const drafts = useDeskState((state) => state.drafts);
  return listGaps({ candidates, rubricOf: (id) => desk.rubric(id), sheetOf: (id) => drafts[id]?.shown });
}

function Declaration({ agreed, onAgree }: { readonly agreed: boolean; readonly onAgree: (agreed: boolean) => void }) {
  const { t } = useTranslation('expert');
  const language = useLanguage();
  return (
    <section className="declaration">
      <h2>{t('submission.declaration')}</h2>
      <p lang="zh-CN">{declaration.zh}</p>
      {language === 'en' && <p className="declaration-gloss">{declaration.en}</p>}
      <Checkbox checked={agreed} onChange={({ target }) => onAgree(target.checked)}>
        {t('submission.agree')}
      </Checkbox>
    </section>
  );
}

function Reason({ reason, onReason }: { readonly reason: string; readonly onReason: (reason: string) => void }) {
  const { t } = useTranslation('expert');
  const id = useId();
  return (
    <section>
      <h2>
        <label htmlFor={id}>{t('submission.reason')}</label>
      </h2>
      <p className="outcome-hint">{t('submission.reasonHint')}</p>
      <Input.TextArea
        id={id}
        rows={3}
        value={reason}
        maxLength={commentLimit}
        onChange={({ target }) => onReason(target.value)}
      />
    </section>
  );
}

/** The form itself: declaration, reason of a correction, and the one filled button. */
function SignForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const correction = useDeskState(({ view }) => view.submissions.length > 0);
  const unsaved = useDeskState((state) => state.unsaved);
  const [agreed, setAgreed] = useState(false);
  const [reason, setReason] = useState('');
  const submitting = useAction(bridge.submitTask);
  const progress = useProgress('submitTask', submitting.busy);
  const clean = cleanText(reason).trim().slice(0, commentLimit);
  const ready = agreed && unsaved === 0 && (!correction || clean !== '');
  const submit = async (): Promise<void> => {
    const made = await submitting.run({ taskId: desk.taskId, agreed: true, reason: correction ? clean : null });
    if (made !== null) onMade(made);
  };
  return (
    <>
      {correction && <Reason reason={reason} onReason={setReason} />}
      <Declaration agreed={agreed} onAgree={setAgreed} />
      {submitting.failure !== null && <ErrorPanel failure={submitting.failure} />}
      <div>
        <Button
          type="primary"
          size="large"
          disabled={!ready}
          loading={submitting.busy && { delay: 200 }}
          onClick={() => void submit()}
        >
          {t('submission.sign')}
        </Button>
        <p className="outcome-hint">{t('submission.signHint')}</p>
      </div>
      {progress !== null && (
        <ProgressBar done={progress.done} total={progress.total} item={progress.item} label={t('submission.signing')} />
      )}
    </>
  );
}

function Check({
  gaps,
  onJump,
}: {
  readonly gaps: readonly Gap[];
  readonly onJump: (id: string, field: string) => void;
}) {
  const { t } = useTranslation('expert');
  const all = useDeskState(({ view }) => view.candidates.length);
  const title =
    gaps.length === 0 ? t('submission.complete', { count: all }) : t('submission.gaps', { count: gaps.length });
  return (
    <section className={gaps.length === 0 ? 'check complete' : 'check'}>
      <h2>{title}</h2>
      <GapList gaps={gaps} onJump={onJump} />
    </section>
  );
}

type SubmissionPageProps = {
  readonly verbs: ReactNode;
  /** A missing thing was chosen: the desk shows its field. */
  readonly onOpen: () => void;
};

/** 提交: completeness, declaration, signing and sealing, and what to do with the file. */
export function SubmissionPage({ verbs, onOpen }: SubmissionPageProps) {
  const { t } = useTranslation('expert');
  const desk = useDesk();
  const { summary, submissions } = useDeskState(({ view }) => view);
  const [made, setMade] = useState<Made | null>(null);
  const gaps = useGaps();
  const refused = submissions.at(-1)?.receipt?.verdict === 'refused';
  const ground = refused ? 'refused' : summary.reissued ? 'reissued' : 'changed';
  const standing = submissions.length > 0 && !summary.changedSince && !refused;
  useEffect(() => {
    // Whether something changed since the last submission is known only on the disk.
    void desk.reload();
  }, [desk]);
  const finish = (next: Made): void => {
    setMade(next);
    void desk.reload();
  };
  const jump = (candidateId: string, field: string): void => {
    desk.goTo(candidateId, field);
    onOpen();
  };
  return (
    <div className="submission">
      <PageHeader title={t('submission.title')} hint={summary.roundTitle}>
        {verbs}
      </PageHeader>
      <div className="submission-body">
        {made !== null && <Outcome {...made} commission={summary.commission} />}
        {made === null && <Check gaps={gaps} onJump={jump} />}
        {made === null && standing && <p className="submission-note">{t('submission.unchanged')}</p>}
        {made === null && submissions.length > 0 && !standing && (
          <p className="submission-note changed">{t(`submission.${ground}`)}</p>
        )}
        {made === null && gaps.length === 0 && !standing && <SignForm onMade={finish} />}
        <SubmissionList submissions={submissions} />
      </div>
    </div>
  );
}
