import { useMemo, useRef } from 'react';
import { Link } from 'react-router';
import type { Row } from '../api/types';
import { runColourCss } from '../charts/colours';
import { Button } from '../ui/Button';
import { exactText } from '../ui/fields';
import { plural } from '../ui/format';
import { LongText } from '../ui/LongText';
import { Empty, Loading } from '../ui/states';
import type { UrlUpdate } from '../ui/urlState';
import { useFixedRows } from '../ui/useFixedRows';
import { CompareCell } from './CompareCell';
import { compare, matching } from './comparison';
import type { RunsState } from './runsState';

const rowHeight = 30;
const headHeight = 36;

interface Props {
  runs: readonly Row[];
  loading: boolean;
  state: RunsState;
  link: (id: string) => string;
  onChange: UrlUpdate<RunsState>;
}

/** The chosen runs beside each other, field by field. */
export function SideBySide({ runs, loading, state, link, onChange }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const all = useMemo(() => compare(runs), [runs]);
  const shown = useMemo(() => matching(all, state.onlyDifferent, state.fieldFilter), [all, state.onlyDifferent, state.fieldFilter]);
  const fixed = useFixedRows(scroller, shown.length, rowHeight, headHeight);
  const reference = runs.findIndex((run) => run.id === state.reference);

  if (runs.length === 0)
    return loading ? (
      <Loading what="Fetching the runs" />
    ) : (
      <Empty title="No run is chosen">
        <p>Open the eyes of the runs to compare in the table, or select some and choose “Side by side”.</p>
      </Empty>
    );

  return (
    <section className="compare" aria-label="Side by side">
      <div className="compare-bar">
        <label className="row">
          <input type="checkbox" checked={state.onlyDifferent} onChange={(event) => onChange({ onlyDifferent: event.target.checked })} />
          Only what differs
        </label>
        <input
          className="input"
          aria-label="Filter fields by words of their path"
          placeholder="Filter fields"
          value={state.fieldFilter}
          onChange={(event) => onChange({ fieldFilter: event.target.value }, 'replace')}
        />
        <span className="muted" role="status">
          {plural(shown.length, 'field')} of {all.length}, {all.filter((field) => field.different).length} differ
        </span>
      </div>
      <div
        ref={scroller}
        className="compare-table"
        role="table"
        aria-rowcount={shown.length + 1}
        aria-label="Fields of the runs"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
      >
        <div role="rowgroup" className="compare-head">
          <div role="row" className="compare-row" aria-rowindex={1}>
            <div role="columnheader" className="compare-path">
              Field
            </div>
            {runs.map((run, i) => (
              <div key={run.id} role="columnheader" className="compare-cell compare-run" data-reference={i === reference || undefined}>
                <span className="swatch" style={{ background: runColourCss(run.key) }} />
                <Link to={link(run.id)} className="cut">
                  {run.id}
                </Link>
                <Button
                  size="small"
                  aria-pressed={i === reference}
                  aria-label={`Ref: measure the others against ${run.id}`}
                  title="Measure the others against this run"
                  onClick={() => onChange({ reference: i === reference ? undefined : run.id })}
                >
                  Ref
                </Button>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="compare-body" style={{ height: fixed.height }}>
          {shown.slice(fixed.first, fixed.end).map(({ path, fields, different }, i) => (
            <div
              key={path}
              role="row"
              className="compare-row"
              aria-rowindex={fixed.first + i + 2}
              data-different={different || undefined}
              style={{ transform: `translateY(${fixed.top(fixed.first + i)}px)` }}
            >
              <div role="rowheader" className="compare-path">
                <LongText text={path} end={16} />
              </div>
              {runs.map((run, column) => (
                <div
                  key={run.id}
                  role="cell"
                  className="compare-cell"
                  data-reference={column === reference || undefined}
                  onCopy={(event) => copyExact(event, exactText(fields[column]))}
                >
                  <CompareCell field={fields[column]} reference={reference < 0 || column === reference ? undefined : fields[reference]} />
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

/** A selection within one cell is copied as the exact value. */
function copyExact(event: React.ClipboardEvent<HTMLElement>, text: string): void {
  const selection = getSelection();
  if (!selection || !event.currentTarget.contains(selection.anchorNode) || !event.currentTarget.contains(selection.focusNode)) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}
