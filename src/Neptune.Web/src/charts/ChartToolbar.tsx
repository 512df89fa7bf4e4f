import { useEffect, useId, useState } from 'react';
import { Button } from '../ui/Button';
import type { UrlUpdate } from '../ui/urlState';
import { useDebounced } from '../ui/useDebounced';
import { type ChartSettings, filterOf, type XAxis } from './settings';

const axes: [XAxis, string][] = [
  ['step', 'Step'],
  ['relative', 'Relative time'],
  ['time', 'Time'],
];

export function ChartToolbar({ settings, onChange }: { settings: ChartSettings; onChange: UrlUpdate<ChartSettings> }) {
  const [filter, setFilter] = useState(settings.filter);
  const [smoothing, setSmoothing] = useState(settings.smoothing);
  const settledFilter = useDebounced(filter, 200);
  const settledSmoothing = useDebounced(smoothing, 80);
  const { error } = filterOf(filter);
  const errorId = useId();

  // The URL follows what the user does, and what the user does follows the URL (Back, a link).
  useEffect(() => onChange({ filter: settledFilter }, 'replace'), [settledFilter, onChange]);
  useEffect(() => onChange({ smoothing: settledSmoothing }, 'replace'), [settledSmoothing, onChange]);
  useEffect(() => setFilter(settings.filter), [settings.filter]);
  useEffect(() => setSmoothing(settings.smoothing), [settings.smoothing]);

  return (
    <div className="chart-toolbar" role="toolbar" aria-label="Charts">
      <input
        className="input mono"
        aria-label="Filter charts by a regular expression"
        aria-invalid={error !== undefined}
        aria-describedby={error && errorId}
        placeholder="Filter, e.g. loss$"
        spellCheck={false}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {error && (
        <span id={errorId} role="status" className="filter-error">
          {error}
        </span>
      )}
      <label className="row">
        X
        <select className="input" value={settings.x} onChange={(event) => onChange({ x: event.target.value as XAxis, zoom: undefined })}>
          {axes.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button size="small" aria-pressed={settings.logX} onClick={() => onChange({ logX: !settings.logX })}>
        log x
      </Button>
      <Button size="small" aria-pressed={settings.logY} onClick={() => onChange({ logY: !settings.logY })}>
        log y
      </Button>
      <label className="row">
        Smoothing
        <input
          type="range"
          min={0}
          max={0.99}
          step={0.01}
          value={smoothing}
          aria-valuetext={smoothing === 0 ? 'none' : String(smoothing)}
          onChange={(event) => setSmoothing(Number(event.target.value))}
        />
        <output className="smoothing-value">{smoothing.toFixed(2)}</output>
      </label>
      {settings.zoom && (
        <Button size="small" onClick={() => onChange({ zoom: undefined }, 'replace')}>
          Reset zoom
        </Button>
      )}
    </div>
  );
}
