import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import type { WorkspaceView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { DoorForm } from './DoorForm.tsx';
import { FolderField } from './FolderField.tsx';
import { blankWorkspace, listFaults, type NewWorkspace } from './new-workspace.ts';
import { SuiteChoice } from './SuiteChoice.tsx';
import { PassphraseFields } from './PassphraseFields.tsx';

type CreateWorkspaceProps = {
  readonly onOpened: (workspace: WorkspaceView) => void;
  readonly onCancel: () => void;
};

/** Makes a workspace: folder, name, passphrase twice, and the warning that the passphrase cannot be recovered. */
export function CreateWorkspace({ onOpened, onCancel }: CreateWorkspaceProps) {
  const { t } = useTranslation('office');
  const [typed, setTyped] = useState(blankWorkspace);
  const [memberName, setMemberName] = useState('');
  const [tried, setTried] = useState(false);
  const create = useAction(bridge.createWorkspace);
  const faults = tried ? listFaults(typed) : [];
  const change = (part: Partial<NewWorkspace>): void => setTyped((before) => ({ ...before, ...part }));

  async function submit(): Promise<void> {
    setTried(true);
    const { folder, name, passphrase, suite } = typed;
    if (folder === null || listFaults(typed).length > 0) return;
    const member = cleanText(memberName).trim();
    const workspace = await create.run({
      folder: folder.id,
      name: cleanText(name).trim(),
      passphrase,
      suite,
      ...(member === '' ? {} : { memberName: member }),
    });
    if (workspace !== null) onOpened(workspace);
  }

  return (
    <DoorForm
      title={t('doors.newTitle')}
      hint={t('doors.newHint')}
      verb={t('doors.create')}
      busyText={create.busy ? t('doors.creating') : null}
      failure={create.failure}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FolderField folder={typed.folder} fault={faults.includes('folder')} onChoose={(folder) => change({ folder })} />
      <NameField name={typed.name} fault={faults.includes('name')} onChange={(name) => change({ name })} />
      <Field label={t('doors.memberName')} hint={t('doors.memberNameHint')}>
        {(names) => (
          <Input {...names} value={memberName} maxLength={60} onChange={({ target }) => setMemberName(target.value)} />
        )}
      </Field>
      <PassphraseFields typed={typed} faults={faults} onChange={change} />
      <SuiteChoice suite={typed.suite} onChange={(suite) => change({ suite })} />
      <ConfirmField
        checked={typed.understood}
        fault={faults.includes('understood')}
        onChange={(understood) => change({ understood })}
      />
    </DoorForm>
  );
}

type NameFieldProps = { readonly name: string; readonly fault: boolean; readonly onChange: (name: string) => void };

function NameField({ name, fault, onChange }: NameFieldProps) {
  const { t } = useTranslation('office');
  return (
    <Field label={t('doors.name')} fault={fault ? t('doors.nameMissing') : null}>
      {(names) => (
        <Input
          {...names}
          value={name}
          maxLength={60}
          placeholder={t('doors.namePlaceholder')}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type ConfirmFieldProps = {
  readonly checked: boolean;
  readonly fault: boolean;
  readonly onChange: (checked: boolean) => void;
};

function ConfirmField({ checked, fault, onChange }: ConfirmFieldProps) {
  const { t } = useTranslation('office');
  return (
    <>
      <p className="door-warning">
        <WarningOutlined aria-hidden="true" />
        <span>{t('doors.noRecovery')}</span>
      </p>
      <FieldGroup fault={fault ? t('doors.understoodMissing') : null}>
        <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
          {t('doors.understood')}
        </Checkbox>
      </FieldGroup>
    </>
  );
}
