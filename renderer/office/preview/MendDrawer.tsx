import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '#shared/ipc/office-views.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useSentence } from '../../text/language.ts';
import { Field } from '../../ui/field/Field.tsx';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { changedCells, faultyKeys, rowCells } from './preview-rows.ts';
import { mendRow } from './preview-store.ts';

type MendDrawerProps = {
  readonly preview: ImportPreview;
  /** The row that is open; undefined when the drawer is closed. */
  readonly row: PreviewRow | undefined;
  readonly onClose: () => void;
};

/** A held row as a form: one field per column, each fault beside its field. */
export function MendDrawer({ preview, row, onClose }: MendDrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer
      title={row === undefined ? '' : t('preview.mendTitle', { row: row.row })}
      open={row !== undefined}
      onClose={onClose}
      size="large"
      destroyOnHidden
    >
      {row !== undefined && <MendForm key={row.id} preview={preview} row={row} onDone={onClose} />}
    </Drawer>
  );
}

type MendFormProps = { readonly preview: ImportPreview; readonly row: PreviewRow; readonly onDone: () => void };

function MendForm({ preview, row, onDone }: MendFormProps) {
  const { t } = useTranslation('office');
  const sentence = useSentence();
  const before = rowCells(preview, row);
  const [typed, setTyped] = useState(before);
  const mend = useAction(mendRow);
  const faults = faultyKeys(preview, row);
  const general = row.problems.filter((problem) => ![...faults.values()].includes(problem));

  async function submit(): Promise<void> {
    const mended = await mend.run(row.id, changedCells(before, typed));
    if (mended?.rows.find(({ id }) => id === row.id)?.held === false) onDone();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="office-faint preview-hint">{t('preview.mendHint')}</p>
      {general.map(({ kind, detail }) => (
        <p key={kind} className="field-fault preview-hint">
          {sentence({ code: kind, detail })}
        </p>
      ))}
      {preview.columns.map(({ key, label }) => (
        <MendField
          key={key}
          label={label}
          value={typed[key] ?? ''}
          fault={faultText(faults.get(key), sentence)}
          onChange={(value) => setTyped((last) => ({ ...last, [key]: value }))}
        />
      ))}
      {mend.failure !== null && <ErrorPanel failure={mend.failure} />}
      <div className="office-drawer-verbs">
        <Button type="primary" size="large" htmlType="submit" loading={mend.busy}>
          {t('preview.mendSave')}
        </Button>
      </div>
    </form>
  );
}

function faultText(
  problem: PreviewRow['problems'][number] | undefined,
  sentence: ReturnType<typeof useSentence>,
): string | null {
  return problem === undefined ? null : sentence({ code: problem.kind, detail: problem.detail });
}

type MendFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
};

function MendField({ label, value, fault, onChange }: MendFieldProps) {
  return (
    <Field label={label} fault={fault}>
      {(names) => (
        <Input.TextArea
          {...names}
          autoSize
          value={value}
          maxLength={5000}
          status={fault === null ? '' : 'error'}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
