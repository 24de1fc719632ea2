import { Button, Drawer, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quotas } from '#shared/decisions/decision.ts';
import type { TrialView } from '#shared/ipc/decision-views.ts';
import type { RankingView } from '#shared/ipc/office-views.ts';
import type { Round, RoundDesign } from '#shared/round/round.ts';
import { policyPresets } from '#shared/round/policy-presets.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useLanguage } from '../../text/language.ts';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { DecideDrawer } from './DecideDrawer.tsx';
import { MoveTable } from './MoveTable.tsx';
import './decisions.css';

type TrialDrawerProps = {
  readonly round: Round;
  readonly experts: RankingView['experts'];
  readonly open: boolean;
  /** The form of the rule, which belongs to the set-up of a round. */
  readonly renderRules: (design: RoundDesign, edit: (design: RoundDesign) => void) => ReactNode;
  /** Lets only an admin use a verb, and says so to others. */
  readonly renderForAdmin: (verb: ReactNode) => ReactNode;
  readonly onDecided: () => void;
  readonly onClose: () => void;
};

/** 试算: other rules, quotas or experts, and who would move; nothing is recorded until it is adopted with a reason. */
export function TrialDrawer({ open, onClose, ...rest }: TrialDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      title={t('decisions.trial.title')}
      open={open}
      onClose={onClose}
      size="min(64em, 94vw)"
      mask={false}
      destroyOnHidden
    >
      <Trial {...rest} />
    </Drawer>
  );
}

function Trial({ round, experts, renderRules, renderForAdmin, onDecided }: Omit<TrialDrawerProps, 'open' | 'onClose'>) {
  const { t } = useTranslation('office');
  const [design, setDesign] = useState(round.design);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [trial, setTrial] = useState<TrialView | null>(null);
  const [adopting, setAdopting] = useState(false);
  const act = useAction(bridge.tryRules);
  const edit = (next: RoundDesign): void => {
    setDesign(next);
    setTrial(null);
  };

  async function run(): Promise<void> {
    setTrial(null);
    const quotas = readQuotas(design);
    setTrial(await act.run({ roundId: round.id, policy: design.policy, quotas, voidExperts: [...left] }));
  }

  return (
    <>
      <p className="office-faint decision-lead">{t('decisions.trial.hint')}</p>
      <QuotaFields design={design} onChange={edit} />
      <Field label={t('decisions.trial.experts')} hint={t('decisions.trial.expertsHint')}>
        {(names) => (
          <Select
            {...names}
            mode="multiple"
            className="decision-wide"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...left]}
            onChange={(ids: string[]) => {
              setLeft(ids);
              setTrial(null);
            }}
            options={experts.map(({ id, name, unit }) => ({ value: id, label: `${name} ${unit}` }))}
          />
        )}
      </Field>
      <PresetField design={design} onChange={edit} />
      <details className="decision-rules">
        <summary>{t('decisions.trial.rules')}</summary>
        {renderRules(design, edit)}
      </details>
      {act.failure !== null && <ErrorPanel failure={act.failure} />}
      {trial !== null && <MoveTable moves={trial.moves} tracks={design.tracks} />}
      <div className="office-drawer-verbs decision-verbs">
        <Button
          type={trial === null ? 'primary' : 'default'}
          size="large"
          loading={act.busy}
          onClick={() => void run()}
        >
          {t('decisions.trial.run')}
        </Button>
        {trial !== null &&
          design !== round.design &&
          round.status === 'issued' &&
          renderForAdmin(
            <Button size="large" onClick={() => setAdopting(true)}>
              {t('decisions.trial.adopt')}
            </Button>,
          )}
      </div>
      <DecideDrawer
        title={t('decisions.titles.policy')}
        open={adopting}
        roundId={round.id}
        reason="rules"
        decide={(record) => ({ kind: 'policy', policy: design.policy, quotas: readQuotas(design), ...record })}
        onDecided={onDecided}
        onClose={() => setAdopting(false)}
      >
        <p className="decision-lead">
          {t('decisions.trial.adoptHint')}
          {left.length > 0 && ` ${t('decisions.trial.adoptVoid')}`}
        </p>
      </DecideDrawer>
    </>
  );
}

function readQuotas({ tracks }: RoundDesign): Quotas {
  return Object.fromEntries(tracks.map(({ id, quota }) => [id, quota]));
}

type DesignProps = { readonly design: RoundDesign; readonly onChange: (design: RoundDesign) => void };

function QuotaFields({ design, onChange }: DesignProps) {
  const { t } = useTranslation('office');
  if (design.policy.selection === null) return null;
  return (
    <FieldGroup label={t('decisions.trial.quotas')}>
      <div className="decision-quotas">
        {design.tracks.map((track) => (
          <label key={track.id}>
            <span>{track.name}</span>
            <InputNumber
              aria-label={t('decisions.trial.quota', { track: track.name })}
              min={0}
              max={100_000}
              precision={0}
              value={track.quota}
              onChange={(quota) =>
                onChange({
                  ...design,
                  tracks: design.tracks.map((each) => (each.id === track.id ? { ...each, quota } : each)),
                })
              }
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function PresetField({ design, onChange }: DesignProps) {
  const { t } = useTranslation('office');
  const language = useLanguage();
  return (
    <Field label={t('decisions.trial.preset')}>
      {(names) => (
        <Select<string>
          {...names}
          className="decision-wide"
          value={null}
          placeholder={t('decisions.trial.presetNone')}
          onChange={(id) => {
            const preset = policyPresets.find((each) => each.id === id);
            if (preset !== undefined) onChange({ ...design, policy: { ...design.policy, ...preset.part } });
          }}
          options={policyPresets
            .filter(({ part }) => design.policy.evaluation === null || part.normalisation === 'none')
            .map(({ id, name }) => ({ value: id, label: language === 'en' ? name.en : name.zh }))}
        />
      )}
    </Field>
  );
}
