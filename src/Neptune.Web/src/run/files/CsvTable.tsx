import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { plural } from '../../ui/format';
import type { Csv } from './csv';

const rowHeight = 28;
const letter = 7.6;
/** Rows by which the width of a column and what is in it are judged. */
const sample = 100;

/** The beginning of a table of text; rows and columns are in the page while they are in sight. */
export function CsvTable({ csv }: { csv: Csv }) {
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(csv), [csv]);
  const rows = useVirtualizer({ count: csv.rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 10 });
  const cells = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => columns[index].width,
    overscan: 3,
  });
  const shown = cells.getVirtualItems();
  const width = cells.getTotalSize();

  return (
    <>
      <div
        ref={box}
        className="csv"
        role="table"
        aria-label="Table"
        aria-rowcount={csv.rows.length + 1}
        aria-colcount={columns.length}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
      >
        <div role="row" aria-rowindex={1} className="csv-head" style={{ width, height: rowHeight }}>
          {shown.map(({ index, start, size }) => (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 1}
              className="csv-cell cut"
              data-number={columns[index].isNumber || undefined}
              title={columns[index].name}
              style={{ left: start, width: size }}
            >
              {columns[index].name}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="csv-body" style={{ height: rows.getTotalSize(), width }}>
          {rows.getVirtualItems().map((row) => (
            <div
              key={row.index}
              role="row"
              aria-rowindex={row.index + 2}
              className="csv-row"
              style={{ transform: `translateY(${row.start}px)`, width, height: rowHeight }}
            >
              {shown.map(({ index, start, size }) => (
                <div
                  key={index}
                  role="cell"
                  aria-colindex={index + 1}
                  className="csv-cell cut"
                  data-number={columns[index].isNumber || undefined}
                  title={csv.rows[row.index][index]}
                  style={{ left: start, width: size }}
                >
                  {csv.rows[row.index][index]}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      <p className="muted">
        {csv.cut ? `The first ${plural(csv.rows.length, 'row')}` : plural(csv.rows.length, 'row')}, {plural(columns.length, 'column')}
      </p>
    </>
  );
}

interface Column {
  name: string;
  width: number;
  isNumber: boolean;
}

function columnsOf({ header, rows }: Csv): Column[] {
  const first = rows.slice(0, sample);
  const count = first.reduce((most, row) => Math.max(most, row.length), header.length);
  return Array.from({ length: count }, (_, index) => {
    const cells = first.map((row) => row[index] ?? '');
    const longest = cells.reduce((most, cell) => Math.max(most, cell.length), (header[index] ?? '').length);
    const filled = cells.filter((cell) => cell.trim() !== '');
    return {
      name: header[index] ?? '',
      width: Math.min(Math.max(longest, 4), 48) * letter + 18,
      isNumber: filled.length > 0 && filled.every((cell) => !Number.isNaN(Number(cell)) || /^-?(nan|inf(inity)?|∞)$/i.test(cell.trim())),
    };
  });
}
