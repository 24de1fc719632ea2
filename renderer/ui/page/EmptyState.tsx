import { use, type ReactNode } from 'react';
import { WrapVerbs } from './wrap-verbs.ts';
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
  const wrap = use(WrapVerbs);
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="empty-hint">{hint}</p>}
      {action === undefined ? null : wrap(action)}
    </div>
  );
}
