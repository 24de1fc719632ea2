import type { ReactNode } from 'react';
import './page.css';

type EmptyStateProps = {
  /** What is missing here. */
  readonly title: string;
  /** What to do next. */
  readonly hint?: string;
  /** The one next act, usually a button. */
  readonly action?: ReactNode;
};

/** An empty page or list, which says what to do next. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  );
}
