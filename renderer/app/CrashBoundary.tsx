import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/page/EmptyState.tsx';

function CrashPage() {
  const { t } = useTranslation(['app', 'common']);
  return (
    <EmptyState
      title={t('crash.title')}
      hint={t('crash.hint')}
      action={
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('crash.reload')}
        </button>
      }
    />
  );
}

type CrashBoundaryProps = { readonly children: ReactNode };

/** Shows a way on when a page dies of a bug, instead of an empty window. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashPage /> : this.props.children;
  }
}
