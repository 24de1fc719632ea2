import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '#shared/base/result.ts';
import { ErrorPanel } from '../../ui/page/ErrorPanel.tsx';
import './protection.css';

type DoorFormProps = {
  readonly title: string;
  /** Paragraphs over the fields. */
  readonly hints: readonly string[];
  readonly verb: string;
  /** What is going on; while it is set the form cannot be sent again. */
  readonly busyText: string | null;
  readonly failure: Failure | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** A quiet way out, beside the button. */
  readonly more?: ReactNode;
};

/** One calm form in the middle of the window: Enter sends it. */
export function DoorForm({ title, hints, verb, busyText, failure, onSubmit, children, more }: DoorFormProps) {
  return (
    <div className="protection">
      <form
        className="protection-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h1>{title}</h1>
        {hints.map((hint) => (
          <p key={hint} className="protection-hint">
            {hint}
          </p>
        ))}
        {children}
        {failure !== null && <ErrorPanel failure={failure} />}
        <div className="protection-verbs">
          <Button type="primary" size="large" htmlType="submit" loading={busyText !== null}>
            {busyText ?? verb}
          </Button>
          {more}
        </div>
      </form>
    </div>
  );
}
