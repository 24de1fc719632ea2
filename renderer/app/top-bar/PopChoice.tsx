import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

type Option<Value extends string> = { readonly value: Value; readonly label: string };

type PopChoiceProps<Value extends string> = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
};

const focusIt = (element: HTMLInputElement | null): void => element?.focus();

/** A button that opens a short list of which one is chosen; arrows choose, Escape and leaving it close it. */
export function PopChoice<Value extends string>({ label, icon, value, options, onChange }: PopChoiceProps<Value>) {
  const [open, setOpen] = useState(false);
  const name = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const onBlur = (event: FocusEvent): void => {
    if (whole.current?.contains(event.relatedTarget) !== true) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="pop-choice" ref={whole}>
      <button
        ref={button}
        type="button"
        className="button quiet"
        aria-expanded={open}
        onBlur={onBlur}
        onClick={() => setOpen((before) => !before)}
      >
        {icon}
        <span>{label}</span>
      </button>
      {open && (
        // Takes the focus when a label is pressed, so that pressing does not count as leaving.
        <fieldset className="pop-list" tabIndex={-1}>
          <legend className="only-read">{label}</legend>
          {options.map((option) => (
            <label key={option.value}>
              <input
                ref={option.value === value ? focusIt : null}
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
                onBlur={onBlur}
                onKeyDown={onKeyDown}
              />
              {option.label}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
