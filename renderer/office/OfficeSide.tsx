import '../text/office.ts';
import { useEffect } from 'react';
import type { DemoKind, Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../bridge/bridge.ts';
import { AntdProvider } from '../ui/theme/AntdProvider.tsx';
import { CreateWorkspace } from './doors/CreateWorkspace.tsx';
import { OpenCurrent, OpenDemo, OpenFolder } from './doors/Door.tsx';
import { OpenWorkspace } from './doors/OpenWorkspace.tsx';
import { enterWorkspace, leaveWorkspace, useOffice } from './office-store.ts';
import { OfficePages } from './OfficePages.tsx';
import './office.css';

/** What was asked for on the first screen. */
export type OfficeStart =
  | { readonly what: 'new' }
  /** Asks for a folder first. */
  | { readonly what: 'open' }
  /** A workspace of the list of recent ones; the passphrase is still to be asked for. */
  | { readonly what: 'recent'; readonly recentId: string; readonly name: string }
  | { readonly what: 'demo'; readonly kind: DemoKind }
  /** The workspace is open already (the window was loaded again). */
  | { readonly what: 'current' };

export type OfficeSideProps = {
  readonly start: OfficeStart;
  /** Files that were dropped on the window or opened by the system while the office is on the screen. */
  readonly incoming: readonly Grant[];
  /** Said when `incoming` has been taken over. */
  readonly onIncomingTaken: () => void;
  /** Back to the first screen. */
  readonly onLeave: () => void;
};

/** The commission's side of the app, loaded when it is asked for: a door first, then the pages. */
export function OfficeSide({ start, incoming, onIncomingTaken, onLeave }: OfficeSideProps) {
  const open = useOffice(({ workspace }) => workspace !== null);
  useEffect(() => leaveWorkspace, []);

  async function close(): Promise<void> {
    await bridge.closeWorkspace({});
    onLeave();
  }

  return (
    <AntdProvider>
      {open ? (
        <OfficePages incoming={incoming} onIncomingTaken={onIncomingTaken} onLeave={() => void close()} />
      ) : (
        <OfficeDoor start={start} onCancel={onLeave} />
      )}
    </AntdProvider>
  );
}

/** The way in that was chosen on the first screen. */
function OfficeDoor({ start, onCancel }: { readonly start: OfficeStart; readonly onCancel: () => void }) {
  const ways = { onOpened: enterWorkspace, onCancel };
  switch (start.what) {
    case 'new':
      return <CreateWorkspace {...ways} />;
    case 'open':
      return <OpenFolder {...ways} />;
    case 'recent':
      return <OpenWorkspace choice={start} {...ways} />;
    case 'demo':
      return <OpenDemo kind={start.kind} {...ways} />;
    case 'current':
      return <OpenCurrent {...ways} />;
  }
}
