import '../text/expert.ts';
import { useState } from 'react';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../bridge/bridge.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { AntdProvider } from '../ui/theme/AntdProvider.tsx';
import { HomeGate } from './protection/HomeGate.tsx';
import { CodeEntry } from './tasks/CodeEntry.tsx';
import { NoTasks, TaskList } from './tasks/TaskList.tsx';
import { TaskRoom } from './TaskRoom.tsx';

/** What was asked for on the first screen. */
export type ExpertStart =
  | { readonly what: 'tasks' }
  /** A task package whose activation code is still to be asked for. */
  | { readonly what: 'file'; readonly file: Grant }
  | { readonly what: 'task'; readonly taskId: string };

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
  const choose = async (): Promise<void> => {
    const chosen = await bridge.chooseFiles({ purpose: 'task' });
    if (!chosen.ok) return noticeFailure(chosen.error);
    const [file] = chosen.value;
    if (file !== undefined) setPlace({ what: 'file', file });
    return undefined;
  };
  const empty = <NoTasks onChooseFile={() => void choose()} />;
  return (
    <HomeGate opening={place.what === 'file'} empty={empty}>
      <ExpertPage place={place} onPlace={setPlace} onChooseFile={() => void choose()} />
    </HomeGate>
  );
}

type ExpertPageProps = {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onChooseFile: () => void;
};

function ExpertPage({ place, onPlace, onChooseFile }: ExpertPageProps) {
  switch (place.what) {
    case 'tasks':
      return <TaskList onOpen={(taskId) => onPlace({ what: 'task', taskId })} onChooseFile={onChooseFile} />;
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
