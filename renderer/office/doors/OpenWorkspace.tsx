import { Input, type InputRef } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import type { WorkspaceView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useAction } from '../../bridge/use-action.ts';
import { Field } from '../../ui/field/Field.tsx';
import { DoorForm } from './DoorForm.tsx';

/** The workspace to open: a folder that was chosen, or one opened before. */
export type WorkspaceChoice =
  | { readonly what: 'folder'; readonly folder: string; readonly name: string }
  | { readonly what: 'recent'; readonly recentId: string; readonly name: string };

type OpenWorkspaceProps = {
  readonly choice: WorkspaceChoice;
  readonly onOpened: (workspace: WorkspaceView) => void;
  readonly onCancel: () => void;
};

/** Asks for the passphrase of a workspace and opens it. */
export function OpenWorkspace({ choice, onOpened, onCancel }: OpenWorkspaceProps) {
  const { t } = useTranslation('office');
  const [passphrase, setPassphrase] = useState('');
  const open = useAction((phrase: string) => openChoice(choice, phrase));

  async function submit(): Promise<void> {
    if (passphrase === '') return;
    const workspace = await open.run(passphrase);
    if (workspace !== null) onOpened(workspace);
  }

  return (
    <DoorForm
      title={t('doors.openTitle')}
      hint={t('doors.openHint', { name: choice.name })}
      verb={t('doors.open')}
      busyText={open.busy ? t('doors.opening') : null}
      failure={open.failure}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Field label={t('doors.passphrase')}>
        {(names) => (
          <Input.Password
            {...names}
            ref={focusIt}
            value={passphrase}
            autoComplete="current-password"
            onChange={({ target }) => setPassphrase(target.value)}
          />
        )}
      </Field>
    </DoorForm>
  );
}

// The one thing to do here is to type.
const focusIt = (input: InputRef | null): void => input?.focus();

function openChoice(choice: WorkspaceChoice, passphrase: string): Promise<Result<WorkspaceView>> {
  if (choice.what === 'folder') return bridge.openWorkspace({ folder: choice.folder, passphrase });
  return bridge.openRecentWorkspace({ recentId: choice.recentId, passphrase });
}
