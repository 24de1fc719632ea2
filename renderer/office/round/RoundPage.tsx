import LockOutlined from '@ant-design/icons/es/icons/LockOutlined';
import { Button, ConfigProvider } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { useAction, type Action } from '../../bridge/use-action.ts';
import { Mark } from '../../ui/mark/Mark.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { PageHeader } from '../../ui/page/PageHeader.tsx';
import { PageTabs } from '../../ui/tabs/PageTabs.tsx';
import { useMay } from '../may.ts';
import { putRound } from '../office-store.ts';
import { BasicsPart } from './BasicsPart.tsx';
import { tidyLine } from '../tidy-line.ts';
import { listDesignProblems, type DesignProblem } from '../design-problems.ts';
import { PolicyPart } from './PolicyPart.tsx';
import { ProblemList } from './ProblemList.tsx';
import {
  chooseDraft,
  isChanged,
  makeEditor,
  putDraft,
  saveDraft,
  useRoundDraft,
  type RoundDraft,
} from './round-store.ts';
import { RubricPart } from './RubricPart.tsx';
import { TracksPart } from './TracksPart.tsx';
import './round.css';
import { focusWhenScrolling } from '../../ui/scroll/focus-when-scrolling.ts';

/** 批次设置: editable until the round is issued, then shown as it was frozen. */
export function RoundPage({ view: { round } }: { readonly view: RoundView }) {
  const { t } = useTranslation('office');
  const draft = chooseDraft(
    useRoundDraft((store) => store.draft),
    round,
  );
  const [part, setPart] = useState<PartName>('basics');
  const [rubricId, setRubricId] = useState('');
  const save = useAction(saveDraft);
  const issued = round.status !== 'draft';
  const may = useMay('save-rules');
  const frozen = issued || !may;
  const problems = frozen ? [] : listDesignProblems(draft.design);
  const editor = makeEditor(draft, frozen);
  const parts = {
    basics: <BasicsPart round={round} draft={draft} editor={editor} />,
    rubric: <RubricPart editor={editor} rubricId={rubricId} onChoose={setRubricId} />,
    tracks: <TracksPart editor={editor} />,
    policy: <PolicyPart editor={editor} saved={round.design.policy} />,
  };

  function show(problem: DesignProblem): void {
    setPart(problem.part);
    if (problem.rubricId !== null) setRubricId(problem.rubricId);
  }

  return (
    <div className="office-page">
      <PageHeader title={t('shell.stages.round')} hint={issued ? <Frozen /> : t('round.hintDraft')}>
        {!frozen && <SaveVerbs draft={draft} changed={isChanged(draft, round)} problems={problems} save={save} />}
      </PageHeader>
      {save.failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={save.failure} />
        </div>
      )}
      <ProblemList problems={problems} onShow={show} />
      <ConfigProvider componentDisabled={frozen}>
        <PageTabs
          className={frozen ? 'round-frozen' : ''}
          active={part}
          onChange={setPart}
          tabs={partNames.map((key) => ({
            key,
            label: t(`round.parts.${key}`),
            content: (
              <div className="office-scroll round-part" ref={focusWhenScrolling}>
                {parts[key]}
              </div>
            ),
          }))}
        />
      </ConfigProvider>
    </div>
  );
}

const partNames = ['basics', 'rubric', 'tracks', 'policy'] as const;
type PartName = (typeof partNames)[number];

function Frozen() {
  const { t } = useTranslation('office');
  return (
    <>
      <LockOutlined aria-hidden="true" /> {t('round.hintIssued')}
    </>
  );
}

type SaveVerbsProps = {
  readonly draft: RoundDraft;
  readonly changed: boolean;
  readonly problems: readonly DesignProblem[];
  readonly save: Action<[RoundDraft], RoundView>;
};

function SaveVerbs({ draft, changed, problems, save }: SaveVerbsProps) {
  const { t } = useTranslation('office');
  const faults = problems.filter(({ severity }) => severity === 'fault').length;
  const savable = changed && faults === 0 && tidyLine(draft.title) !== '';

  async function submit(): Promise<void> {
    const saved = await save.run(draft);
    if (saved === null) return;
    putRound(saved);
    noticeDone(t('round.saved'));
  }

  return (
    <>
      {changed && <Mark tone="waiting">{t('round.unsaved')}</Mark>}
      {changed && (
        <Button
          onClick={() => {
            putDraft(null);
            save.clear();
          }}
        >
          {t('round.discard')}
        </Button>
      )}
      <Button type="primary" disabled={!savable} loading={save.busy} onClick={() => void submit()}>
        {t('round.save')}
      </Button>
    </>
  );
}
