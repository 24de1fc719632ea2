import '#renderer/text/expert.ts';
import type { Grant } from '#shared/ipc/app-calls.ts';
import { Loading } from '#renderer/ui/page/Loading.tsx';
import { AntdProvider } from '#renderer/ui/theme/AntdProvider.tsx';

/** What was asked for on the first screen. */
export type ExpertStart =
  | { readonly what: 'tasks' }
  /** A task package whose activation code is still to be asked for. */
  | { readonly what: 'file'; readonly file: Grant }
  | { readonly what: 'task'; readonly taskId: string };

type ExpertSideProps = { readonly start: ExpertStart; readonly onLeave: () => void };

/** The expert's side of the app, loaded when it is asked for. */
export function ExpertSide({ onLeave }: ExpertSideProps) {
  return (
    <AntdProvider>
      <button type="button" onClick={onLeave} />
    </AntdProvider>
  );
}
