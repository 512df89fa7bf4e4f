import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { scrollScale } from './scaledScroll';

/** Rows above and below the visible ones that are drawn too. */
const beyond = 6;

export interface FixedRows {
  /** Height of the element that holds the rows. */
  height: number;
  /** The first row to draw, and the one after the last. */
  first: number;
  end: number;
  /** Where a row is within that element. */
  top: (index: number) => number;
  /** Scrolls so that the row is in sight. */
  reveal: (index: number) => void;
}

/**
 * The rows of a list of any length that are in sight, all of one height; `head` is the height of what sticks to the top.
 * (A virtualizer that measures each row would hold a million measurements.)
 */
export function useFixedRows(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number, head = 0): FixedRows {
  const [view, setView] = useState({ top: 0, height: 800 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);

  const visible = Math.max(rowHeight, view.height - head);
  const scale = scrollScale(count * rowHeight, visible);
  const place = scale.toList(view.top);
  const first = Math.max(0, Math.floor(place / rowHeight) - beyond);
  const end = Math.min(count, Math.ceil((place + visible) / rowHeight) + beyond);
  const shift = view.top - place;

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const { toList, toScroll } = scrollScale(count * rowHeight, visible);
      const now = toList(element.scrollTop);
      if (index * rowHeight < now) element.scrollTop = toScroll(index * rowHeight);
      else if ((index + 1) * rowHeight > now + visible) element.scrollTop = Math.ceil(toScroll((index + 1) * rowHeight - visible));
    },
    [scroller, count, rowHeight, visible],
  );

  return { height: scale.height, first, end, top: (index) => index * rowHeight + shift, reveal };
}
