import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Gate, Rubric } from '#shared/round/rubric.ts';
import { ItemVerbs } from './ItemVerbs.tsx';
import { addGate, editGate, removeGate } from './rubric-edits.ts';

type GateTableProps = { readonly rubric: Rubric; readonly edit: (change: (rubric: Rubric) => Rubric) => void };

/** 否决项: conditions outside the points, and who judges them. */
export function GateTable({ rubric, edit }: GateTableProps) {
  const { t } = useTranslation('office');
  return (
    <section className="round-section">
      <h2>{t('round.rubric.gates')}</h2>
      <p className="office-faint">
        {rubric.gates.length === 0 ? t('round.rubric.noGates') : t('round.rubric.gateHint')}
      </p>
      {rubric.gates.length > 0 && (
        <table className="office-table round-table">
          <thead>
            <tr>
              <th scope="col">{t('round.rubric.gateName')}</th>
              <th scope="col">{t('round.rubric.gateGuidance')}</th>
              <th scope="col">{t('round.rubric.gateBy')}</th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {rubric.gates.map((gate) => (
              <GateRow key={gate.id} gate={gate} edit={edit} />
            ))}
          </tbody>
        </table>
      )}
      <div className="round-act round-gap">
        <Button
          disabled={rubric.gates.length >= 20}
          onClick={() => edit((before) => addGate(before, t('round.rubric.newGate')))}
        >
          {t('round.rubric.addGate')}
        </Button>
      </div>
    </section>
  );
}

function GateRow({ gate, edit }: { readonly gate: Gate } & Pick<GateTableProps, 'edit'>) {
  const { t } = useTranslation('office');
  const { id, name, guidance, by } = gate;
  const change = (part: Partial<Omit<Gate, 'id'>>): void => edit((rubric) => editGate(rubric, id, part));
  return (
    <tr>
      <td>
        <Input
          variant="borderless"
          aria-label={t('round.rubric.gateName')}
          value={name}
          maxLength={120}
          onChange={({ target }) => change({ name: target.value })}
        />
      </td>
      <td>
        <Input.TextArea
          variant="borderless"
          aria-label={`${name} ${t('round.rubric.gateGuidance')}`}
          value={guidance}
          maxLength={1000}
          autoSize
          onChange={({ target }) => change({ guidance: target.value })}
        />
      </td>
      <td>
        <Select
          aria-label={`${name} ${t('round.rubric.gateBy')}`}
          value={by}
          popupMatchSelectWidth={false}
          onChange={(value) => change({ by: value })}
          options={[
            { value: 'expert', label: t('round.rubric.byExpert') },
            { value: 'staff', label: t('round.rubric.byStaff') },
          ]}
        />
      </td>
      <td>
        <ItemVerbs name={name} onRemove={() => edit((rubric) => removeGate(rubric, id))} />
      </td>
    </tr>
  );
}
