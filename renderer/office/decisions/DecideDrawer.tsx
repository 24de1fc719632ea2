import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, DecisionRecord } from '#shared/decisions/decision.ts';
import type { DecisionReason } from '#shared/decisions/reasons.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { RecordFields } from './RecordFields.tsx';
import { startRecord, tidyRecord } from './record-fields.ts';

type DecideDrawerProps = {
  readonly title: string;
  readonly open: boolean;
  readonly roundId: string;
  /** The ground that stands there at first. */
  readonly reason: DecisionReason;
  /** What is decided, once the record is complete; null while something is missing. */
  readonly decide: (record: DecisionRecord) => Decision | null;
  /** Fields of this kind of decision, above those of the record. */
  readonly children?: ReactNode;
  readonly onDecided: () => void;
  readonly onClose: () => void;
};

/** A form for one decision: what, why, and by whom. */
export function DecideDrawer({ title, open, onClose, ...form }: DecideDrawerProps) {
  return (
    <Drawer title={title} open={open} onClose={onClose} size="large" destroyOnHidden>
      <DecideForm {...form} onClose={onClose} />
    </Drawer>
  );
}

type DecideFormProps = Omit<DecideDrawerProps, 'title' | 'open'>;

function DecideForm({ roundId, reason, decide, children, onDecided, onClose }: DecideFormProps) {
  const { t } = useTranslation('office');
  const [draft, setDraft] = useState(() => startRecord(reason));
  const record = tidyRecord(draft);
  const decision = record === null ? null : decide(record);
  const act = useAction(bridge.recordDecision);

  async function submit(): Promise<void> {
    if (decision === null) return;
    const recorded = await act.run({ roundId, decision });
    if (recorded === null) return;
    noticeDone(t(decision.kind === 'reinstate' ? 'decisions.takenBack' : 'decisions.recorded'));
    onClose();
    onDecided();
  }

  return (
    <>
      {children}
      <RecordFields draft={draft} onChange={setDraft} />
      {act.failure !== null && <ErrorPanel failure={act.failure} />}
      <div className="office-drawer-verbs">
        <Button
          type="primary"
          size="large"
          disabled={decision === null}
          loading={act.busy}
          onClick={() => void submit()}
        >
          {t('decisions.record')}
        </Button>
      </div>
    </>
  );
}
