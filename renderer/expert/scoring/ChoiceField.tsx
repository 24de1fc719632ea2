import type { KeyboardEvent } from 'react';

type ChoiceFieldProps<Value extends string> = {
  readonly field: string;
  readonly label: string;
  readonly guidance?: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  readonly onNext: () => void;
  readonly onFocus: () => void;
};

/** One of two answers: a gate (符合, 不符合) or 弄虚作假 (否, 是). Arrows and digits choose, Enter goes on. */
export function ChoiceField<Value extends string>({
  field,
  label,
  guidance,
  value,
  options,
  onChoose,
  onNext,
  onFocus,
}: ChoiceFieldProps<Value>) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onNext();
    }
    const chosen = options[Number(event.key) - 1];
    if (chosen !== undefined) onChoose(chosen.value);
  };
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={field}
              data-field={field}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              onKeyDown={onKeyDown}
              onFocus={onFocus}
            />
            {option.label}
          </label>
        ))}
      </div>
      {guidance !== undefined && guidance !== '' && <p className="choice-hint">{guidance}</p>}
    </fieldset>
  );
}
