import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { Field } from '../../ui/field/Field.tsx';

type PassphraseFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly fault?: string | null;
  /** The first thing to do here: the field has the focus when it appears. */
  readonly first?: boolean;
};

/** A passphrase, hidden unless the eye is pressed. */
export function PassphraseField({ label, value, onChange, hint, fault = null, first = false }: PassphraseFieldProps) {
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (first) input.current?.focus();
  }, [first]);
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(names) => (
        <Input.Password
          {...names}
          ref={input}
          size="large"
          value={value}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
