import '#renderer/text/office.ts';
import { useTranslation } from 'react-i18next';
import type { DemoKind, Grant } from '#shared/ipc/app-calls.ts';
import { EmptyState } from '#renderer/ui/page/EmptyState.tsx';
import { AntdProvider } from '#renderer/ui/theme/AntdProvider.tsx';

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

/** The commission's side of the app, loaded when it is asked for. */
export function OfficeSide({ onLeave }: OfficeSideProps) {
  const { t } = useTranslation(['office', 'common']);
  return (
    <AntdProvider>
      <EmptyState
        title={t('title')}
        action={
          <button type="button" className="button" onClick={onLeave}>
            {t('common:back')}
          </button>
        }
      />
    </AntdProvider>
  );
}
