import { type ReactNode, useRef } from 'react';

interface Props {
  /** Width of the left part, in per cent. */
  value: number;
  label: string;
  left: ReactNode;
  right: ReactNode;
  onChange: (value: number) => void;
}

const limit = (value: number) => Math.max(10, Math.min(90, value));

/** Two parts beside each other; the line between them is dragged, or moved by the arrow keys. */
export function Split({ value, label, left, right, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);

  const set = (percent: number) => box.current?.style.setProperty('--split', `${percent}%`);

  const onDrag = (down: React.PointerEvent<HTMLElement>) => {
    const line = down.currentTarget;
    const area = box.current?.getBoundingClientRect();
    if (!area) return;
    line.setPointerCapture(down.pointerId);
    let next = value;
    line.onpointermove = (move) => {
      next = limit(((move.clientX - area.left) / area.width) * 100);
      set(next);
    };
    line.onpointerup = () => {
      line.onpointermove = null;
      line.onpointerup = null;
      onChange(next);
    };
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -5 : event.key === 'ArrowRight' ? 5 : 0;
    if (by === 0) return;
    event.preventDefault();
    onChange(limit(value + by));
  };

  return (
    <div ref={box} className="split" style={{ '--split': `${value}%` } as React.CSSProperties}>
      <div className="split-part">{left}</div>
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(value)}
        aria-valuemin={10}
        aria-valuemax={90}
        className="split-line"
        onPointerDown={onDrag}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onChange(45)}
      />
      <div className="split-part">{right}</div>
    </div>
  );
}
