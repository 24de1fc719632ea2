import { bridge } from '../bridge/bridge.ts';
import { noticeFailure } from '../ui/notice/notices.ts';
import { goExpert } from './app-store.ts';

/** Asks for a task package and goes to its activation code; stays where it is when the dialog is cancelled. */
export async function chooseTask(): Promise<void> {
  const chosen = await bridge.chooseFiles({ purpose: 'task' });
  if (!chosen.ok) {
    noticeFailure(chosen.error);
    return;
  }
  const [file] = chosen.value;
  if (file !== undefined) goExpert({ what: 'file', file });
}
