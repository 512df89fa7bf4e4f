import './files.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';

const lineHeight = 20;
const longestLine = 5_000;

/** A text with the numbers of its lines; only what is in sight is in the page. */
export function TextView({ text, label = 'Text' }: { text: string; label?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.replace(/\r?\n$/, '').split(/\r?\n/), [text]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  const digits = String(lines.length).length;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div ref={box} className="text-view" role="region" aria-label={label} tabIndex={0}>
      <div className="text-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="text-line" style={{ transform: `translateY(${start}px)` }}>
            <span className="line-number" style={{ minWidth: `${digits + 1}ch` }}>
              {index + 1}
            </span>
            <span>{shorten(lines[index])}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function shorten(line: string): string {
  return line.length <= longestLine
    ? line
    : `${line.slice(0, longestLine)} … ${(line.length - longestLine).toLocaleString('en')} more characters`;
}
