import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import { useId, type ReactNode } from 'react';
import './field.css';

/** What a control needs so that its label, its hint and its fault are read with it. */
export type ControlNames = {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
};

type FieldProps = {
  readonly label: string;
  /** Said below the control. */
  readonly hint?: ReactNode;
  /** What is wrong with the value; takes the hint's place. */
  readonly fault?: string | null;
  readonly children: (names: ControlNames) => ReactNode;
};

/** A labelled control of a form with its hint or fault. */
export function Field({ label, hint, fault = null, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': fault !== null })}
      <FieldHint id={`${id}-hint`} hint={hint} fault={fault} />
    </div>
  );
}

type FieldGroupProps = Omit<FieldProps, 'children' | 'label'> & {
  /** Left out when the controls carry their own words, such as a single check box. */
  readonly label?: string;
  readonly children: ReactNode;
};

/** Several controls under one label, such as a choice of one. */
export function FieldGroup({ label, hint, fault = null, children }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      {label !== undefined && <legend>{label}</legend>}
      {children}
      <FieldHint id={`${id}-hint`} hint={hint} fault={fault} />
    </fieldset>
  );
}

type FieldHintProps = { readonly id: string; readonly hint: ReactNode; readonly fault: string | null };

function FieldHint({ id, hint, fault }: FieldHintProps) {
  if (fault === null)
    return (
      <div id={id} className="field-hint">
        {hint}
      </div>
    );
  return (
    <div id={id} className="field-fault" role="alert">
      <ExclamationCircleOutlined aria-hidden="true" /> {fault}
    </div>
  );
}
