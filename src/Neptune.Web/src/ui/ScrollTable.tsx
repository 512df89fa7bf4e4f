import './scrollTable.css';
import type { ReactNode } from 'react';

/** A table that is scrolled sideways where it has no room, also by the keyboard. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="scroll-table" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
}
