import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/base/result.ts';
import type { DemoKind, Grant } from '#shared/ipc/app-calls.ts';
import type { WorkspaceView } from '#shared/ipc/office-views.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import { Loading } from '../../ui/page/Loading.tsx';
import { OpenWorkspace } from './OpenWorkspace.tsx';

type DoorProps = {
  readonly onOpened: (workspace: WorkspaceView) => void;
  readonly onCancel: () => void;
};

/** Asks for a workspace's folder in the system's dialog, then for its passphrase; back when the dialog is cancelled. */
export function OpenFolder({ onOpened, onCancel }: DoorProps) {
  const [chosen, again] = useLoaded(chooseFolder);
  const folder = chosen.state === 'ready' ? chosen.value[0] : undefined;
  const cancelled = chosen.state === 'ready' && folder === undefined;
  useEffect(() => {
    if (cancelled) onCancel();
  }, [cancelled, onCancel]);
  if (chosen.state === 'failed') return <DoorFailure failure={chosen.failure} onRetry={again} onCancel={onCancel} />;
  if (folder === undefined) return <Loading />;
  const choice = { what: 'folder', folder: folder.id, name: folder.name } as const;
  return <OpenWorkspace choice={choice} onOpened={onOpened} onCancel={onCancel} />;
}

const chooseFolder = (): Promise<Result<readonly Grant[]>> => bridge.chooseFiles({ purpose: 'open-workspace' });

/** Opens the demo workspace of a kind; it is made when it does not exist yet. */
export function OpenDemo({ kind, onOpened, onCancel }: DoorProps & { readonly kind: DemoKind }) {
  const { t } = useTranslation('office');
  const load = useCallback(() => bridge.openDemo({ kind }), [kind]);
  return <OpenAtOnce load={load} text={t('doors.demoOpening')} onOpened={onOpened} onCancel={onCancel} />;
}

/** Shows the workspace that is open already. */
export function OpenCurrent({ onOpened, onCancel }: DoorProps) {
  return <OpenAtOnce load={getCurrent} onOpened={onOpened} onCancel={onCancel} />;
}

const getCurrent = (): Promise<Result<WorkspaceView>> => bridge.getWorkspace({});

type OpenAtOnceProps = DoorProps & {
  readonly load: () => Promise<Result<WorkspaceView>>;
  readonly text?: string;
};

function OpenAtOnce({ load, text, onOpened, onCancel }: OpenAtOnceProps) {
  const [loaded, again] = useLoaded(load);
  const workspace = loaded.state === 'ready' ? loaded.value : null;
  useEffect(() => {
    if (workspace !== null) onOpened(workspace);
  }, [workspace, onOpened]);
  if (loaded.state === 'failed') return <DoorFailure failure={loaded.failure} onRetry={again} onCancel={onCancel} />;
  return (
    <>
      <Loading />
      {text !== undefined && <p className="door-wait">{text}</p>}
    </>
  );
}

type DoorFailureProps = Omit<Parameters<typeof ErrorPanel>[0], 'onRetry'> & {
  readonly onRetry: () => void;
  readonly onCancel: () => void;
};

function DoorFailure({ failure, onRetry, onCancel }: DoorFailureProps) {
  const { t } = useTranslation();
  return (
    <div className="door">
      <div className="door-form">
        <ErrorPanel failure={failure} onRetry={onRetry} />
        <div className="door-verbs">
          <Button onClick={onCancel}>{t('back')}</Button>
        </div>
      </div>
    </div>
  );
}
