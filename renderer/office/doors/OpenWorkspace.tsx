import { Button, Input, Select, type InputRef } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import type { ClosedWorkspace, SignInView } from '#shared/ipc/member-calls.ts';
import type { WorkspaceView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { Field } from '../../ui/field/Field.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { DoorForm } from './DoorForm.tsx';
import { RecoverWorkspace } from './RecoverWorkspace.tsx';

/** The workspace to open: a folder that was chosen, or one opened before. */
export type WorkspaceChoice =
  | { readonly what: 'folder'; readonly folder: string; readonly name: string }
  | { readonly what: 'recent'; readonly recentId: string; readonly name: string };

type OpenWorkspaceProps = {
  readonly choice: WorkspaceChoice;
  readonly onOpened: (workspace: WorkspaceView) => void;
  readonly onCancel: () => void;
};

/** Who are you, and your passphrase; or the recovery key on paper, when there is one. */
export function OpenWorkspace({ choice, onOpened, onCancel }: OpenWorkspaceProps) {
  const what = choice.what === 'folder' ? choice.folder : choice.recentId;
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- a choice is the same as long as it names the same place
  const load = useCallback(() => bridge.listSignIns(closedOf(choice)), [choice.what, what]);
  const [signIns, again] = useLoaded(load);
  const [recovering, setRecovering] = useState(false);
  if (signIns.state === 'loading') return <Loading />;
  const view = signIns.state === 'ready' ? signIns.value : noMembers;
  if (recovering) {
    return (
      <RecoverWorkspace
        workspace={closedOf(choice)}
        admins={view.members.filter(({ role }) => role === 'admin')}
        onDone={() => {
          setRecovering(false);
          again();
        }}
        onCancel={() => setRecovering(false)}
      />
    );
  }
  return (
    <SignInForm
      choice={choice}
      view={view}
      refused={signIns.state === 'failed' ? signIns.failure : null}
      onRecover={() => setRecovering(true)}
      onOpened={onOpened}
      onCancel={onCancel}
    />
  );
}

const noMembers: SignInView = { members: [], recovery: false };

type SignInFormProps = OpenWorkspaceProps & {
  readonly view: SignInView;
  /** Why nobody can be listed; opening will be refused for the same reason, and says so. */
  readonly refused: Parameters<typeof DoorForm>[0]['failure'];
  readonly onRecover: () => void;
};

function SignInForm({ choice, view, refused, onRecover, onOpened, onCancel }: SignInFormProps) {
  const { t } = useTranslation('office');
  const [passphrase, setPassphrase] = useState('');
  const [memberId, setMemberId] = useState<string | null>(null);
  const open = useAction((phrase: string, member: string | null) => openChoice(choice, phrase, member));
  const several = view.members.length > 1;

  async function submit(): Promise<void> {
    if (passphrase === '' || (several && memberId === null)) return;
    const workspace = await open.run(passphrase, memberId);
    if (workspace !== null) onOpened(workspace);
  }

  return (
    <DoorForm
      title={t('doors.openTitle')}
      hint={t(several ? 'doors.openHintMembers' : 'doors.openHint', { name: choice.name })}
      verb={t('doors.open')}
      busyText={open.busy ? t('doors.opening') : null}
      failure={open.failure ?? refused}
      onSubmit={submit}
      onCancel={onCancel}
    >
      {several && <MemberChoice members={view.members} chosen={memberId} onChoose={setMemberId} />}
      <Field label={t('doors.passphrase')}>
        {(names) => (
          <Input.Password
            {...names}
            {...(several ? {} : { ref: focusIt })}
            value={passphrase}
            autoComplete="current-password"
            onChange={({ target }) => setPassphrase(target.value)}
          />
        )}
      </Field>
      {view.recovery && (
        <p>
          <Button type="link" className="door-link" onClick={onRecover}>
            {t('doors.recover')}
          </Button>
        </p>
      )}
    </DoorForm>
  );
}

type MemberChoiceProps = {
  readonly members: SignInView['members'];
  readonly chosen: string | null;
  readonly onChoose: (memberId: string) => void;
};

function MemberChoice({ members, chosen, onChoose }: MemberChoiceProps) {
  const { t } = useTranslation('office');
  return (
    <Field label={t('doors.member')}>
      {(names) => (
        <Select
          {...names}
          value={chosen}
          options={members.map(({ id, name, role }) => ({
            value: id,
            label: t('members.named', { name, role: t(`members.roles.${role}`) }),
          }))}
          onChange={(memberId: string) => onChoose(memberId)}
        />
      )}
    </Field>
  );
}

// The one thing to do here is to type.
const focusIt = (input: InputRef | null): void => input?.focus();

function closedOf(choice: WorkspaceChoice): ClosedWorkspace {
  return choice.what === 'folder' ? { folder: choice.folder } : { recentId: choice.recentId };
}

function openChoice(
  choice: WorkspaceChoice,
  passphrase: string,
  memberId: string | null,
): Promise<Result<WorkspaceView>> {
  const who = memberId === null ? {} : { memberId };
  if (choice.what === 'folder') return bridge.openWorkspace({ folder: choice.folder, passphrase, ...who });
  return bridge.openRecentWorkspace({ recentId: choice.recentId, passphrase, ...who });
}
