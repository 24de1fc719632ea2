import '../text/expert.ts';
import { useState } from 'react';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { bridge } from '../bridge/bridge.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { AntdProvider } from '../ui/theme/AntdProvider.tsx';
import { CodeEntry } from './tasks/CodeEntry.tsx';
import { TaskList } from './tasks/TaskList.tsx';
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
  switch (place.what) {
    case 'tasks':
      return <TaskList onOpen={(taskId) => setPlace({ what: 'task', taskId })} onChooseFile={() => void choose()} />;
    case 'file':
      return (
        <CodeEntry
          file={place.file}
          onOpened={({ id }) => setPlace({ what: 'fresh', taskId: id })}
          onCancel={() => setPlace({ what: 'tasks' })}
        />
      );
    case 'task':
    case 'fresh':
      return <TaskRoom key={place.taskId} taskId={place.taskId} fresh={place.what === 'fresh'} />;
  }
}
