import { Button, Drawer, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/base/result.ts';
import { cleanText } from '#shared/base/text.ts';
import type { MemberRole } from '#shared/identity/member.ts';
import type { MemberView } from '#shared/ipc/member-calls.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field, FieldGroup } from '../../ui/field/Field.tsx';
import { noticeDone } from '../../ui/notice/notices.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';

type DrawerProps = { readonly open: boolean; readonly onDone: () => void; readonly onClose: () => void };
type FormProps = Omit<DrawerProps, 'open'>;

/** Adds a member; the passphrase is his own, so he types it himself. */
export function AddMember({ open, ...form }: DrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('members.add')} open={open} onClose={form.onClose} size="large" destroyOnHidden>
      <AddForm {...form} />
    </Drawer>
  );
}

function AddForm({ onDone }: FormProps) {
  const { t } = useTranslation('office');
  const [name, setName] = useState('');
  const [role, setRole] = useState<MemberRole>('staff');
  const [secret, setSecret] = useState(blank);
  const add = useAction(bridge.addMember);
  const tidy = cleanText(name).trim();

  async function submit(): Promise<void> {
    if ((await add.run({ name: tidy, role, passphrase: secret.first })) === null) return;
    noticeDone(t('members.added', { name: tidy }));
    onDone();
  }

  return (
    <SecretForm
      verb={t('members.add')}
      busy={add.busy}
      failure={add.failure}
      ready={tidy !== '' && isTwice(secret)}
      onSubmit={submit}
    >
      <Field label={t('members.name')} hint={t('members.nameHint')}>
        {(names) => <Input {...names} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />}
      </Field>
      <FieldGroup label={t('members.role')} hint={t(`members.makeHint.${role}`)}>
        <Radio.Group
          value={role}
          options={(['staff', 'admin'] as const).map((each) => ({ value: each, label: t(`members.roles.${each}`) }))}
          onChange={({ target }) => setRole(target.value === 'admin' ? 'admin' : 'staff')}
        />
      </FieldGroup>
      <SecretFields secret={secret} hint={t('members.ownHint')} onChange={setSecret} />
    </SecretForm>
  );
}

type RenewMemberProps = FormProps & { readonly member: MemberView | null };

/** New keys and passphrase for a member who forgot his. */
export function RenewMember({ member, ...form }: RenewMemberProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('members.renew')} open={member !== null} onClose={form.onClose} size="large" destroyOnHidden>
      {member !== null && <RenewForm member={member} {...form} />}
    </Drawer>
  );
}

function RenewForm({ member, onDone }: FormProps & { readonly member: MemberView }) {
  const { t } = useTranslation('office');
  const [secret, setSecret] = useState(blank);
  const renew = useAction(bridge.renewMember);

  async function submit(): Promise<void> {
    if ((await renew.run({ memberId: member.id, passphrase: secret.first })) === null) return;
    noticeDone(t('members.renewed', { name: member.name }));
    onDone();
  }

  return (
    <SecretForm
      verb={t('members.renew')}
      busy={renew.busy}
      failure={renew.failure}
      ready={isTwice(secret)}
      onSubmit={submit}
    >
      <p>{t('members.renewHint', { name: member.name })}</p>
      <SecretFields secret={secret} hint={t('members.ownHint')} onChange={setSecret} />
    </SecretForm>
  );
}

/** The member who has signed in changes his own passphrase. */
export function ChangePassphrase({ open, ...form }: DrawerProps) {
  const { t } = useTranslation('office');
  return (
    <Drawer title={t('members.changePassphrase')} open={open} onClose={form.onClose} size="large" destroyOnHidden>
      <ChangeForm {...form} />
    </Drawer>
  );
}

function ChangeForm({ onDone }: FormProps) {
  const { t } = useTranslation('office');
  const [from, setFrom] = useState('');
  const [secret, setSecret] = useState(blank);
  const change = useAction(bridge.changePassphrase);

  async function submit(): Promise<void> {
    if ((await change.run({ from, to: secret.first })) === null) return;
    noticeDone(t('members.passphraseChanged'));
    onDone();
  }

  return (
    <SecretForm
      verb={t('members.changePassphrase')}
      busy={change.busy}
      failure={change.failure}
      ready={from !== '' && isTwice(secret)}
      onSubmit={submit}
    >
      <Field label={t('members.oldPassphrase')}>
        {(names) => (
          <Input.Password
            {...names}
            value={from}
            autoComplete="current-password"
            onChange={({ target }) => setFrom(target.value)}
          />
        )}
      </Field>
      <SecretFields secret={secret} hint={t('doors.strength.empty')} onChange={setSecret} />
    </SecretForm>
  );
}

type Secret = { readonly first: string; readonly again: string };
const blank: Secret = { first: '', again: '' };
const isTwice = ({ first, again }: Secret): boolean => first !== '' && first === again;

type SecretFieldsProps = {
  readonly secret: Secret;
  readonly hint: string;
  readonly onChange: (secret: Secret) => void;
};

/** A new passphrase, twice. */
function SecretFields({ secret, hint, onChange }: SecretFieldsProps) {
  const { t } = useTranslation('office');
  const differ = secret.again !== '' && secret.again !== secret.first;
  return (
    <>
      <Field label={t('members.newPassphrase')} hint={hint}>
        {(names) => (
          <Input.Password
            {...names}
            value={secret.first}
            autoComplete="new-password"
            onChange={({ target }) => onChange({ ...secret, first: target.value })}
          />
        )}
      </Field>
      <Field label={t('doors.again')} fault={differ ? t('doors.differ') : null}>
        {(names) => (
          <Input.Password
            {...names}
            value={secret.again}
            autoComplete="new-password"
            onChange={({ target }) => onChange({ ...secret, again: target.value })}
          />
        )}
      </Field>
    </>
  );
}

type SecretFormProps = {
  readonly verb: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly failure: Failure | null;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
};

/** A form in a drawer: Enter sends it. */
function SecretForm({ verb, busy, ready, failure, onSubmit, children }: SecretFormProps) {
  return (
    <form
      className="members-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void onSubmit();
      }}
    >
      {children}
      {failure !== null && <ErrorPanel failure={failure} />}
      <div className="office-drawer-verbs">
        <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
