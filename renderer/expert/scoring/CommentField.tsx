import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/base/text.ts';
import { commentLimit } from '#shared/scoring/sheet.ts';
import { useDesk } from '../desk-context.ts';

/** A pause in typing after which a comment is stored. */
const pause = 400;

/** Holds a comment back for a moment while it is being typed, and never loses it: leaving the field stores it at once. */
function useHeldText(stored: string, onText: (text: string) => void) {
  const desk = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  const held = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  const flush = useCallback(() => {
    if (held.current === null) return;
    const { text, timer } = held.current;
    held.current = null;
    clearTimeout(timer);
    desk.countUnsaved(-1);
    latest.current(text);
    setTyped(null);
  }, [desk]);
  const hold = (text: string): void => {
    if (held.current === null) desk.countUnsaved(1);
    else clearTimeout(held.current.timer);
    held.current = { text: cleanText(text).slice(0, commentLimit), timer: setTimeout(flush, pause) };
    setTyped(text);
  };
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  return { text: typed ?? stored, hold, flush };
}

type CommentFieldProps = {
  readonly comment: string;
  /** The sheet cannot be handed in without a comment. */
  readonly needed: boolean;
  readonly onComment: (comment: string) => void;
  readonly onLeave: () => void;
  readonly onFocus: () => void;
};

/** 评语, with how much of it is used. */
export function CommentField({ comment, needed, onComment, onLeave, onFocus }: CommentFieldProps) {
  const { t } = useTranslation('expert');
  const { text, hold, flush } = useHeldText(comment, onComment);
  return (
    <div className="comment">
      <label htmlFor="comment">{t('desk.comment')}</label>
      <span className="comment-count">{t('desk.commentCount', { count: text.length, limit: commentLimit })}</span>
      <textarea
        id="comment"
        data-field="comment"
        rows={4}
        value={text}
        maxLength={commentLimit}
        aria-describedby={needed ? 'comment-needed' : undefined}
        onChange={({ target }) => hold(target.value)}
        onFocus={onFocus}
        onBlur={() => {
          flush();
          onLeave();
        }}
      />
      {needed && (
        <p id="comment-needed" className="comment-needed">
          {t('desk.fraudNeedsComment')}
        </p>
      )}
    </div>
  );
}
