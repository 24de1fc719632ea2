import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { useMay } from '../may.ts';
import type { Panel } from './load-panel.ts';

type AssignFormProps = { readonly panel: Panel; readonly roundId: string; readonly onAssigned: () => void };

/** All experts for every candidate, or some for each; the seed makes the result repeatable. */
export function AssignForm({ panel, roundId, onAssigned }: AssignFormProps) {
  const { t } = useTranslation('office');
  const may = useMay('assign');
  const { assignment, candidates, experts } = panel;
  const before = assignment.perCandidate;
  const [everybody, setEverybody] = useState(before === null || before === 'all');
  const [number, setNumber] = useState(typeof before === 'number' ? before : Math.min(5, experts.length));
  const [seed, setSeed] = useState(1);
  const assign = useAction(bridge.assignExperts);
  const ready = candidates.length > 0 && experts.length > 0;
  const fresh = assignment.pairs.length === 0;

  async function submit(): Promise<void> {
    const done = await assign.run({ roundId, perCandidate: everybody ? 'all' : number, seed });
    if (done === null) return;
    noticeDone(t('experts.assignment.done', { count: done.pairs.length }));
    onAssigned();
  }

  return (
    <>
      <div className="office-bar experts-bar">
        <Radio.Group
          aria-label={t('experts.assignment.rule')}
          value={everybody}
          onChange={({ target }) => setEverybody(target.value === true)}
          options={[
            { value: true, label: t('experts.assignment.all') },
            { value: false, label: t('experts.assignment.some') },
          ]}
        />
        {!everybody && (
          <>
            <InputNumber
              className="experts-number"
              aria-label={t('experts.assignment.perCandidate')}
              value={number}
              min={1}
              max={Math.max(1, experts.length)}
              precision={0}
              onChange={(value) => setNumber(value ?? number)}
            />
            <SeedField seed={seed} onChange={setSeed} />
          </>
        )}
        <span className="end office-faint">
          {!ready && t('experts.assignment.notReady')}
          {ready && !fresh && t('experts.assignment.replaces')}
        </span>
        <Button
          type={fresh ? 'primary' : 'default'}
          disabled={!ready || !may}
          loading={assign.busy}
          onClick={() => void submit()}
        >
          {t(fresh ? 'experts.assignment.assign' : 'experts.assignment.again')}
        </Button>
      </div>
      {assign.failure !== null && (
        <div className="office-error">
          <ErrorPanel failure={assign.failure} />
        </div>
      )}
    </>
  );
}

function SeedField({ seed, onChange }: { readonly seed: number; readonly onChange: (seed: number) => void }) {
  const { t } = useTranslation('office');
  return (
    <label className="experts-seed" title={t('experts.assignment.seedHint')}>
      {t('experts.assignment.seed')}
      <InputNumber
        className="experts-number"
        value={seed}
        min={0}
        max={2 ** 31 - 1}
        precision={0}
        controls={false}
        onChange={(value) => onChange(value ?? seed)}
      />
    </label>
  );
}
