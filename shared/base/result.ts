/** Values put into a sentence's `{{placeholders}}`. */
export type FailureDetail = Readonly<Record<string, string | number>>;

/** An expected failure as plain data: it crosses process boundaries unchanged. */
export type Failure<Code extends string = string> = {
  readonly code: Code;
  readonly detail?: FailureDetail;
};

/** The outcome of anything that may be refused. Exceptions are bugs. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure<Code> };

/** A successful result. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A refusal with its code and the values its sentence names. */
export function fail<Code extends string>(
  code: Code,
  detail?: FailureDetail,
): { readonly ok: false; readonly error: Failure<Code> } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
