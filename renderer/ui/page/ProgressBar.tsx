import './page.css';

type ProgressBarProps = {
  readonly done: number;
  readonly total: number;
  /** What is counted, for screen readers. */
  readonly label: string;
  /** Name of the thing in work. */
  readonly item?: string;
};

/** A bar with its count: 18/40. */
export function ProgressBar({ done, total, label, item }: ProgressBarProps) {
  return (
    <div className="progress-bar">
      <span className="progress-count">
        {done}/{total}
      </span>
      <progress max={Math.max(total, 1)} value={Math.min(done, total)} aria-label={label} />
      {item !== undefined && <span className="progress-item">{item}</span>}
    </div>
  );
}
