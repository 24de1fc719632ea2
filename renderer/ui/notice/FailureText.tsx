import type { Failure } from '#shared/base/result.ts';
import { useSentence } from '../../text/language.ts';
import './notice.css';

/** A failure's sentence with its code small at the end. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  const sentence = useSentence();
  return (
    <span className="failure-text">
      {sentence(failure)} <code className="failure-code">{failure.code}</code>
    </span>
  );
}
