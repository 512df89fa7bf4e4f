import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';
import { Icon } from './Icon';

interface Props {
  title: string;
  size?: 'wide' | 'full';
  footer?: ReactNode;
  children: ReactNode;
  onClose: () => void;
}

/** A modal dialog while it is mounted: the browser's own, which holds the focus and closes on Escape. */
export function Dialog({ title, size, footer, children, onClose }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the keyboard has Escape
    <dialog
      ref={ref}
      className="dialog"
      data-size={size}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="dialog-box">
        <header>
          <h2 id={id}>{title}</h2>
          <Button look="plain" size="icon" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="dialog-body" aria-labelledby={id} tabIndex={0}>
          {children}
        </section>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}
