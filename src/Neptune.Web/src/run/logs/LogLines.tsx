import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { toNumber } from '../../api/numbers';
import { Button } from '../../ui/Button';
import { LogLine } from './LogLine';
import { logLines } from './logLines';
import { type LogWindow, mostPoints } from './logWindow';

const lineHeight = 20;
/** Lines before the end of what is there at which more is fetched. */
const ahead = 60;

interface Props {
  window: LogWindow;
  label: string;
  search: string;
  /** The step that a link leads to. */
  at?: string;
  /** The log is opened at its end. */
  atEnd: boolean;
  /** The last step of the whole series, as it grows. */
  grownTo?: number;
  wrap: boolean;
  times: boolean;
  onExtend: (where: 'before' | 'after') => Promise<void>;
  onGo: (step: string) => void;
}

/** The lines in sight. At the end of a log that grows, what is new comes into sight by itself; elsewhere nothing moves. */
export function LogLines({ window, label, search, at, atEnd, grownTo, wrap, times, onExtend, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => logLines(window.points), [window.points]);
  const [following, setFollowing] = useState(atEnd);
  /** The line at the upper edge, and how much of it is above. */
  const edge = useRef({ key: '', by: 0 });

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    getItemKey: (index) => lines[index].key,
    overscan: 20,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useLayoutEffect(() => {
    if (lines.length === 0) return;
    if (following) {
      virtual.scrollToIndex(lines.length - 1, { align: 'end' });
      return;
    }
    const wanted =
      edge.current.key === '' ? lines.findIndex((line) => line.step === at) : lines.findIndex((line) => line.key === edge.current.key);
    if (wanted < 0) return;
    if (edge.current.key === '') virtual.scrollToIndex(wanted, { align: 'center' });
    else virtual.scrollToOffset((virtual.getOffsetForIndex(wanted, 'start')?.[0] ?? 0) + edge.current.by);
  }, [lines, following, at, virtual]);

  useEffect(() => {
    if (window.moreBefore && first < ahead && edge.current.key !== '') void onExtend('before');
  }, [window.moreBefore, first, onExtend]);

  useEffect(() => {
    if (window.moreAfter && last > lines.length - ahead) void onExtend('after');
  }, [window.moreAfter, last, lines.length, onExtend]);

  const loadedTo = toNumber(window.points.at(-1)?.step);
  const grew = grownTo !== undefined && !window.moreAfter && !(grownTo <= loadedTo);
  const room = following || window.points.length < mostPoints;
  useEffect(() => {
    if (grew && room) void onExtend('after');
  }, [grew, room, grownTo, onExtend]);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    const top = element.scrollTop;
    const item = virtual.getVirtualItemForOffset(top);
    if (item) edge.current = { key: lines[item.index].key, by: top - item.start };
    setFollowing(!window.moreAfter && top + element.clientHeight >= element.scrollHeight - lineHeight);
  };

  return (
    <div className="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div ref={box} className="log" role="region" aria-label={label} tabIndex={0} data-wrap={wrap || undefined} onScroll={onScroll}>
        <div className="log-space" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, key }) => (
            <LogLine
              key={key}
              line={lines[index]}
              index={index}
              start={start}
              times={times}
              search={search}
              chosen={lines[index].step === at}
              measure={wrap ? virtual.measureElement : undefined}
              onGo={onGo}
            />
          ))}
        </div>
      </div>
      {!following && (
        <Button
          size="small"
          className="log-follow"
          onClick={() => (window.moreAfter || search !== '' ? onGo('') : virtual.scrollToIndex(lines.length - 1, { align: 'end' }))}
        >
          To the end
        </Button>
      )}
    </div>
  );
}
