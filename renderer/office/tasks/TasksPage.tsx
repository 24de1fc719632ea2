import { useCallback } from 'react';
import type { RoundView } from '#shared/ipc/office-views.ts';
import { IssuedTasks } from './IssuedTasks.tsx';
import { IssueTasks } from './IssueTasks.tsx';
import { keepIssueFolder } from './issue-folder.ts';
import { refreshRound } from '../office-store.ts';
import './tasks.css';

/** 下发: a checklist and one act while the round is a draft, then the packages with their codes. */
export function TasksPage({ view }: { readonly view: RoundView }) {
  const { round } = view;
  const issued = useCallback(
    (folder: Parameters<typeof keepIssueFolder>[1]) => {
      keepIssueFolder(round.id, folder);
      void refreshRound();
    },
    [round.id],
  );
  return round.status === 'draft' ? <IssueTasks view={view} onIssued={issued} /> : <IssuedTasks view={view} />;
}
