import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '#shared/identity/member.ts';
import type { ClosedWorkspace } from '#shared/ipc/member-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field } from '../../ui/field/Field.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { DoorForm } from './DoorForm.tsx';

type RecoverWorkspaceProps = {
  readonly workspace: ClosedWorkspace;
  readonly admins: readonly Member[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** All passphrases are forgotten: the key on paper, and a new passphrase for one admin. */
export function RecoverWorkspace({ workspace, admins, onDone, onCancel }: RecoverWorkspaceProps) {
  const { t } = useTranslation('office');
  const [memberId, setMemberId] = useState(admins[0]?.id ?? null);
  const [typed, setTyped] = useState({ paper: '', first: '', again: '' });
  const restore = useAction(bridge.restoreAdmin);
  const differ = typed.again !== '' && typed.again !== typed.first;

  async function submit(): Promise<void> {
    if (typed.paper.trim() === '' || typed.first === '' || typed.first !== typed.again) return;
    const member = await restore.run({ workspace, memberId, paper: typed.paper, passphrase: typed.first });
    if (member === null) return;
    noticeDone(t('doors.recovered'));
    onDone();
  }

  return (
    <DoorForm
      title={t('doors.recoverTitle')}
      hint={t('doors.recoverHint')}
      verb={t('doors.recoverVerb')}
      busyText={restore.busy ? t('doors.recovering') : null}
      failure={restore.failure}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={t('doors.paper')} hint={t('doors.paperHint')}>
        {(names) => (
          <Input.TextArea
            {...names}
            rows={3}
            spellCheck={false}
            maxLength={500}
            value={typed.paper}
            onChange={({ target }) => setTyped({ ...typed, paper: target.value })}
          />
        )}
      </Field>
      {admins.length > 1 && (
        <Field label={t('doors.recoverMember')}>
          {(names) => (
            <Select
              {...names}
              value={memberId}
              options={admins.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id: string) => setMemberId(id)}
            />
          )}
        </Field>
      )}
      <Field label={t('members.newPassphrase')} hint={t('doors.strength.empty')}>
        {(names) => (
          <Input.Password
            {...names}
            value={typed.first}
            autoComplete="new-password"
            onChange={({ target }) => setTyped({ ...typed, first: target.value })}
          />
        )}
      </Field>
      <Field label={t('doors.again')} fault={differ ? t('doors.differ') : null}>
        {(names) => (
          <Input.Password
            {...names}
            value={typed.again}
            autoComplete="new-password"
            onChange={({ target }) => setTyped({ ...typed, again: target.value })}
          />
        )}
      </Field>
    </DoorForm>
  );
}
