/** A fault of one cell; every fault of a cell is a warning: the row is taken, the fault shown. */
export type Fault = {
  readonly kind:
    | 'tables.digits-lost'
    | 'tables.number-unreadable'
    | 'tables.figure-implausible'
    | 'tables.date-unreadable'
    | 'tables.date-ambiguous'
    | 'tables.yes-no-unclear'
    | 'tables.formula-error'
    | 'tables.formula-without-value';
  readonly shown: string;
  /** What the figure comes to in the field's own unit. */
  readonly result?: string;
};

/** What a cell comes to under its field's rules; `value` empty: not filled in, or not usable (then with a fault). */
export type Reading = { readonly value: string; readonly faults: readonly Fault[] };
