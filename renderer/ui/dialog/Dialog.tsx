import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './dialog.css';
import { focusWhenScrolling } from '../scroll/focus-when-scrolling.ts';

type DialogProps = {
  readonly title: string;
  /** Escape, the cross, and what the caller puts on a cancel button. Without it the dialog must be answered. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  /** Buttons; the main one last. */
  readonly footer?: ReactNode;
};

/** A modal dialog of the browser: it holds the focus, is read as a dialog, and gives the focus back. Shown while mounted. */
export function Dialog({ title, onClose, children, footer }: DialogProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-body" ref={focusWhenScrolling}>
        {children}
      </div>
      {footer !== undefined && <footer>{footer}</footer>}
      {/* Last, so that the dialog opens with the focus on what it asks for. */}
      {onClose !== undefined && (
        <button type="button" className="button quiet icon-only dialog-close" onClick={onClose}>
          <CloseOutlined />
          <span className="only-read">{t('close')}</span>
        </button>
      )}
    </dialog>
  );
}
