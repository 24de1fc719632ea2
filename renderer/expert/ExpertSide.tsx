import '../text/expert.ts';
import { useEffect, useState } from 'react';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge, onEvent } from '../bridge/bridge.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { ErrorPanel } from '../ui/page/ErrorPanel.tsx';
import { AntdProvider } from '../ui/theme/AntdProvider.tsx';
import { HomeGate } from './protection/HomeGate.tsx';
import { ReceiptPage } from './receipts/ReceiptPage.tsx';
import { MakeCardDialog } from './tasks/MakeCard.tsx';
import { CodeEntry } from './tasks/CodeEntry.tsx';
import { NoTasks, TaskList } from './tasks/TaskList.tsx';
import { TaskRoom } from './TaskRoom.tsx';

/** What was asked for on the first screen. */
export type ExpertStart =
  | { readonly what: 'tasks' }
  /** A task package whose activation code is still to be asked for. */
  | { readonly what: 'file'; readonly file: Grant }
  /** A receipt of the office for a submission made here. */
  | { readonly what: 'receipt'; readonly file: Grant }
  | { readonly what: 'task'; readonly taskId: string }
  /** The registration card, over the list of tasks. */
  | { readonly what: 'card' };

/** What the expert's side shows; `fresh`: the task was opened for the first time just now. */
type Place = ExpertStart | { readonly what: 'fresh'; readonly taskId: string };

type ExpertSideProps = { readonly start: ExpertStart };

/** The expert's side of the app, loaded when it is asked for. */
export function ExpertSide({ start }: ExpertSideProps) {
  return (
    <AntdProvider>
      <ExpertPlace start={start} />
    </AntdProvider>
  );
}

function ExpertPlace({ start }: ExpertSideProps) {
  const [place, setPlace] = useState<Place>(start);
  // Who comes back after a lock has been briefed.
  useEffect(
    () => onEvent('homeLocked', () => setPlace((now) => (now.what === 'fresh' ? { ...now, what: 'task' } : now))),
    [],
  );
  const choose = async (what: 'file' | 'receipt'): Promise<void> => {
    const chosen = await bridge.chooseFiles({ purpose: what === 'file' ? 'task' : 'receipt' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [file] = chosen.value;
    if (file !== undefined) setPlace({ what, file });
    return undefined;
  };
  const nothing = <NoTasks onChooseFile={() => void choose('file')} onMakeCard={() => setPlace({ what: 'card' })} />;
  // Where nothing was ever submitted, no receipt belongs.
  const strange = (file: Grant) => <ErrorPanel failure={{ code: 'receipt.not-ours', detail: { file: file.name } }} />;
  const empty = place.what === 'receipt' ? strange(place.file) : nothing;
  return (
    <HomeGate opening={place.what === 'file' || place.what === 'card'} empty={empty}>
      <ExpertPage place={place} onPlace={setPlace} onChoose={(what) => void choose(what)} />
    </HomeGate>
  );
}

type ExpertPageProps = {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onChoose: (what: 'file' | 'receipt') => void;
};

function ExpertPage({ place, onPlace, onChoose }: ExpertPageProps) {
  switch (place.what) {
    case 'tasks':
    case 'card':
      return (
        <>
          <TaskList
            onOpen={(taskId) => onPlace({ what: 'task', taskId })}
            onChooseFile={() => onChoose('file')}
            onChooseReceipt={() => onChoose('receipt')}
            onMakeCard={() => onPlace({ what: 'card' })}
          />
          {place.what === 'card' && <MakeCardDialog onClose={() => onPlace({ what: 'tasks' })} />}
        </>
      );
    case 'receipt':
      return (
        <ReceiptPage
          key={place.file.id}
          file={place.file}
          onTask={(taskId) => onPlace({ what: 'task', taskId })}
          onTasks={() => onPlace({ what: 'tasks' })}
        />
      );
    case 'file':
      return (
        <CodeEntry
          file={place.file}
          onOpened={({ id }) => onPlace({ what: 'fresh', taskId: id })}
          onCancel={() => onPlace({ what: 'tasks' })}
        />
      );
    case 'task':
    case 'fresh':
      return <TaskRoom key={place.taskId} taskId={place.taskId} fresh={place.what === 'fresh'} />;
  }
}
