import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardRow, BoardTrack } from '#shared/ranking/board.ts';
import type { Rubric } from '#shared/round/rubric.ts';
import { Field } from '../../ui/field/Field.tsx';
import { DecideDrawer } from './DecideDrawer.tsx';
import { OrderField, type Equal } from './OrderField.tsx';
import './decisions.css';

type RowDecisionsProps = {
  readonly roundId: string;
  readonly row: BoardRow;
  readonly track: BoardTrack;
  readonly rubric: Rubric;
  readonly onDecided: () => void;
};

type Open = 'veto' | 'fraud' | 'tie' | null;

/** What can be decided about one candidate of the board. */
export function RowDecisions(props: RowDecisionsProps) {
  const { t } = useTranslation('office');
  const { row, track } = props;
  const [open, setOpen] = useState<Open>(null);
  const equals = listEquals(row, track);
  const close = (): void => setOpen(null);
  return (
    <div className="decision-verbs">
      {equals.length > 1 && <Button onClick={() => setOpen('tie')}>{t('decisions.verbs.tie')}</Button>}
      {row.fraudFlags > 0 && <Button onClick={() => setOpen('fraud')}>{t('decisions.verbs.fraud')}</Button>}
      {row.veto?.by !== 'staff' && <Button onClick={() => setOpen('veto')}>{t('decisions.verbs.veto')}</Button>}
      <VetoDrawer {...props} open={open === 'veto'} onClose={close} />
      <FraudDrawer {...props} open={open === 'fraud'} onClose={close} />
      {open === 'tie' && <TieDrawer {...props} equals={equals} onClose={close} />}
    </div>
  );
}

/** Those whom only people can part: they share the rank, or an earlier decision parted them. */
function listEquals({ rank, tie, exact }: BoardRow, { rows }: BoardTrack): Equal[] {
  if (tie !== 'shared' && tie !== 'decision') return [];
  return rows
    .filter((row) => row.exact === exact && row.tie === tie && (tie === 'decision' || row.rank === rank))
    .map(({ candidateId, code, name }) => ({ id: candidateId, code, name }));
}

type DrawerProps = RowDecisionsProps & { readonly open: boolean; readonly onClose: () => void };

function VetoDrawer({ roundId, row, rubric, open, onDecided, onClose }: DrawerProps) {
  const { t } = useTranslation('office');
  const [gateId, setGateId] = useState('');
  return (
    <DecideDrawer
      title={t('decisions.titles.veto', { name: `${row.code} ${row.name}` })}
      open={open}
      roundId={roundId}
      reason="ineligible"
      decide={(record) => ({
        kind: 'veto',
        candidateId: row.candidateId,
        gateId: gateId === '' ? null : gateId,
        ...record,
      })}
      onDecided={onDecided}
      onClose={onClose}
    >
      <Field label={t('decisions.form.gate')}>
        {(names) => (
          <Select
            {...names}
            className="decision-wide"
            value={gateId}
            onChange={setGateId}
            options={[
              { value: '', label: t('decisions.form.gateNone') },
              ...rubric.gates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
    </DecideDrawer>
  );
}

const outcomes = ['unfounded', 'confirmed'] as const;

function FraudDrawer({ roundId, row, open, onDecided, onClose }: DrawerProps) {
  const { t } = useTranslation('office');
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('unfounded');
  return (
    <DecideDrawer
      title={t('decisions.titles.fraud', { name: `${row.code} ${row.name}` })}
      open={open}
      roundId={roundId}
      reason="fraud"
      decide={(record) => ({ kind: 'fraud', candidateId: row.candidateId, outcome, ...record })}
      onDecided={onDecided}
      onClose={onClose}
    >
      <Field label={t('decisions.form.outcome')}>
        {(names) => (
          <Select
            {...names}
            className="decision-wide"
            value={outcome}
            onChange={setOutcome}
            options={outcomes.map((value) => ({ value, label: t(`decisions.subject.${value}`) }))}
          />
        )}
      </Field>
    </DecideDrawer>
  );
}

type TieDrawerProps = RowDecisionsProps & { readonly equals: readonly Equal[]; readonly onClose: () => void };

function TieDrawer({ roundId, track, equals, onDecided, onClose }: TieDrawerProps) {
  const { t } = useTranslation('office');
  const [order, setOrder] = useState(equals);
  return (
    <DecideDrawer
      title={t('decisions.titles.tie')}
      open
      roundId={roundId}
      reason="panel"
      decide={(record) => ({ kind: 'tie', trackId: track.trackId, order: order.map(({ id }) => id), ...record })}
      onDecided={onDecided}
      onClose={onClose}
    >
      <OrderField equals={order} onChange={setOrder} />
    </DecideDrawer>
  );
}
