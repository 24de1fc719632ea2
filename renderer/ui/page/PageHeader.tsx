import { use, type ReactNode } from 'react';
import { WrapVerbs } from './wrap-verbs.ts';
import './page.css';

type PageHeaderProps = {
  readonly title: string;
  /** One line under the title: counts, state, or what the page is for. */
  readonly hint?: ReactNode;
  /** Verbs, on the right; the most likely next act is the one filled button. */
  readonly children?: ReactNode;
};

/** Title of a page with its toolbar. */
export function PageHeader({ title, hint, children }: PageHeaderProps) {
  const wrap = use(WrapVerbs);
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {hint !== undefined && <p className="page-hint">{hint}</p>}
      </div>
      <div className="page-verbs">{wrap(children)}</div>
    </header>
  );
}
