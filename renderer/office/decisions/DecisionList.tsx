import { Button, Drawer, Select } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, RecordedDecision } from '#shared/decisions/decision.ts';
import { decisionReasons } from '#shared/decisions/reasons.ts';
import type { RankingView } from '#shared/ipc/office-views.ts';
import type { Round } from '#shared/round/round.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { formatMinute } from '../../text/format.ts';
import { useLanguage } from '../../text/language.ts';
import { Field } from '../../ui/field/Field.tsx';
import { Mark } from '../../ui/mark/Mark.tsx';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { useMay } from '../may.ts';
import { DecideDrawer } from './DecideDrawer.tsx';
import { makeNaming, type Naming } from './name-subjects.ts';
import './decisions.css';

type DecisionListProps = {
  readonly round: Round;
  readonly result: RankingView;
  /** Changes whenever something was decided, so that the list is read again. */
  readonly turn: number;
  readonly open: boolean;
  /** Lets only an admin use a verb, and says so to others. */
  readonly renderForAdmin: (verb: ReactNode) => ReactNode;
  readonly onDecided: () => void;
  readonly onClose: () => void;
};

/** Every decision on record, the newest first; those in force can be taken back. */
export function DecisionList({ open, onClose, ...rest }: DecisionListProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('decisions.title')} open={open} onClose={onClose} size="large" destroyOnHidden>
      <Decisions {...rest} />
    </Drawer>
  );
}

function Decisions({ round, result, turn, renderForAdmin, onDecided }: Omit<DecisionListProps, 'open' | 'onClose'>) {
  const { t } = useTranslation('office');
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `turn` says when to read again
  const load = useCallback(() => bridge.listDecisions({ roundId: round.id }), [round.id, turn]);
  const [loaded, again] = useLoaded(load);
  const [undo, setUndo] = useState<RecordedDecision | null>(null);
  const [voiding, setVoiding] = useState(false);
  const naming = makeNaming(result);
  const closed = round.status === 'locked';
  const may = useMay('decide');
  return (
    <>
      {!closed && (
        <div className="decision-verbs">
          {renderForAdmin(<Button onClick={() => setVoiding(true)}>{t('decisions.voidExpert')}</Button>)}
        </div>
      )}
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <ErrorPanel failure={loaded.failure} onRetry={again} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <EmptyState title={t('decisions.emptyTitle')} hint={t('decisions.emptyHint')} />
      )}
      {loaded.state === 'ready' && (
        <ol className="decision-list">
          {loaded.value.map((entry) => (
            <DecisionEntry
              key={entry.id}
              entry={entry}
              naming={naming}
              onTakeBack={closed || !may || !isRevocable(entry) ? null : () => setUndo(entry)}
            />
          ))}
        </ol>
      )}
      <VoidDrawer
        roundId={round.id}
        experts={result.experts}
        open={voiding}
        onDecided={onDecided}
        onClose={() => setVoiding(false)}
      />
      <DecideDrawer
        title={t('decisions.titles.reinstate')}
        open={undo !== null}
        roundId={round.id}
        reason="objection"
        decide={(record) => (undo === null ? null : { kind: 'reinstate', decisionId: undo.id, ...record })}
        onDecided={onDecided}
        onClose={() => setUndo(null)}
      />
    </>
  );
}

function isRevocable({ decision: { kind }, takenBackBy }: RecordedDecision): boolean {
  return takenBackBy === null && kind !== 'reinstate' && kind !== 'policy';
}

type DecisionEntryProps = {
  readonly entry: RecordedDecision;
  readonly naming: Naming;
  readonly onTakeBack: (() => void) | null;
};

function DecisionEntry({ entry, naming, onTakeBack }: DecisionEntryProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const { decision, recordedBy, decidedAt, takenBackBy } = entry;
  const reason = decisionReasons[decision.reason];
  const when = { name: recordedBy ?? '', time: formatMinute(decidedAt) };
  return (
    <li>
      <p>
        <strong>{t(`decisions.kinds.${decision.kind}`)}</strong> <Subject decision={decision} naming={naming} />{' '}
        {takenBackBy !== null && <Mark tone="replaced">{t('decisions.takenBackMark')}</Mark>}
      </p>
      <p>
        {language === 'en' ? reason.en : reason.zh}
        {language === 'en' ? ': ' : '：'}
        <span className="decision-note">{decision.note}</span>
      </p>
      <p className="office-faint">
        {[
          decision.minutes,
          decision.people.join('、'),
          t(recordedBy === null ? 'decisions.byNobody' : 'decisions.by', when),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {onTakeBack !== null && (
        <Button size="small" className="decision-take-back" onClick={onTakeBack}>
          {t('decisions.takeBack')}
        </Button>
      )}
    </li>
  );
}

/** Whom or what a decision is about. */
function Subject({ decision, naming }: { readonly decision: Decision; readonly naming: Naming }) {
  const { t } = useTranslation('office');
  switch (decision.kind) {
    case 'veto':
      return <>{naming.candidate(decision.candidateId)}</>;
    case 'fraud':
      return (
        <>
          {naming.candidate(decision.candidateId)} {t(`decisions.subject.${decision.outcome}`)}
        </>
      );
    case 'void-expert':
      return <>{naming.expert(decision.expertId)}</>;
    case 'tie':
      return <>{t('decisions.subject.order', { order: decision.order.map(naming.candidate).join(' → ') })}</>;
    case 'policy':
      return <>{t('decisions.subject.rules')}</>;
    case 'reinstate':
      return null;
  }
}

type VoidDrawerProps = {
  readonly roundId: string;
  readonly experts: RankingView['experts'];
  readonly open: boolean;
  readonly onDecided: () => void;
  readonly onClose: () => void;
};

function VoidDrawer({ roundId, experts, open, onDecided, onClose }: VoidDrawerProps) {
  const { t } = useTranslation('office');
  const [expertId, setExpertId] = useState<string | null>(null);
  return (
    <DecideDrawer
      title={t('decisions.titles.void-expert')}
      open={open}
      roundId={roundId}
      reason="discipline"
      decide={(record) => (expertId === null ? null : { kind: 'void-expert', expertId, ...record })}
      onDecided={onDecided}
      onClose={onClose}
    >
      <Field label={t('decisions.form.expert')}>
        {(names) => (
          <Select
            {...names}
            className="decision-wide"
            value={expertId}
            onChange={setExpertId}
            options={experts.map(({ id, name, unit }) => ({ value: id, label: `${name} ${unit}` }))}
          />
        )}
      </Field>
    </DecideDrawer>
  );
}
