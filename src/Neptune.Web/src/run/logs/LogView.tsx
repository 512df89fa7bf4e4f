import './logs.css';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { apiUrl, objectPath } from '../../api/client';
import { toNumber } from '../../api/numbers';
import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { follow } from '../../ui/download';
import { plural } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { ErrorBox, Loading } from '../../ui/states';
import { useDebounced } from '../../ui/useDebounced';
import { usePreference } from '../../ui/usePreference';
import type { TabProps } from '../ObjectPage';
import { LogLines } from './LogLines';
import { type LogSource, useLog } from './useLog';

/** A string series as a log: its end, followed while it grows, its beginning, any line of it, or the lines with a text. */
export function LogView({ project, row, field }: TabProps & { field: Field }) {
  const [params, setParams] = useSearchParams();
  const [wrap, setWrap] = usePreference('log.wrap', false);
  const [times, setTimes] = usePreference('log.times', false);
  const find = params.get('find') ?? '';
  const search = useDebounced(find, 200);
  const at = params.get('at') ?? '';

  const source = useMemo<LogSource>(
    () => ({
      project,
      id: row.id,
      path: field.path,
      search,
      at: search !== '' || at === 'start' ? 'start' : at === '' ? 'end' : Number(at) || 0,
    }),
    [project, row.id, field.path, search, at],
  );
  const { window, error, refetch, extend } = useLog(source);

  // Counts the times that one goes to the place that is in the address already: what has been joined to it since is left.
  const [round, setRound] = useState(0);
  const go = async (to: string) => {
    if (to !== at || search !== '') set({ at: to, find: '' });
    else if (!(await refetch()).isError) setRound((before) => before + 1);
  };

  const set = (values: Record<string, string>, replace = false) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace },
    );

  if (!field.count) return <p className="muted">Nothing has been logged here yet.</p>;
  return (
    <div className="log-view">
      <div className="row wrap">
        <input
          className="input"
          type="search"
          aria-label="Search the log"
          placeholder="Search the log"
          value={find}
          onChange={(event) => set({ find: event.target.value, at: '' }, true)}
        />
        <Button size="small" aria-pressed={at === 'start' && search === ''} onClick={() => void go('start')}>
          Start
        </Button>
        <Button size="small" aria-pressed={at === '' && search === ''} onClick={() => void go('')}>
          End
        </Button>
        <Button size="small" aria-pressed={times} onClick={() => setTimes(!times)}>
          Times
        </Button>
        <Button size="small" aria-pressed={wrap} onClick={() => setWrap(!wrap)}>
          Wrap
        </Button>
        <Button
          size="small"
          onClick={() =>
            follow(
              apiUrl(objectPath(project, row.id, 'points.csv'), { path: field.path }),
              `${row.id}_${field.path.replaceAll('/', '_')}.csv`,
            )
          }
        >
          <Icon name="download" />
          CSV
        </Button>
        <span className="muted" role="status">
          {search === ''
            ? plural(field.count, 'point')
            : window && `${window.moreAfter ? 'The first ' : ''}${plural(window.points.length, 'match', 'matches')}`}
        </span>
      </div>
      {error !== undefined && error !== null && <ErrorBox error={error} onRetry={() => void refetch()} />}
      {!window && !error && <Loading what="Reading the log" />}
      {window &&
        (window.points.length === 0 && search !== '' ? (
          <p className="muted">No line has “{search}” in it.</p>
        ) : (
          <LogLines
            key={`${source.path} ${source.at} ${search} ${round}`}
            window={window}
            label={field.path}
            search={search}
            at={typeof source.at === 'number' ? String(source.at) : undefined}
            atEnd={source.at === 'end'}
            grownTo={search === '' ? toNumber(field.lastStep) : undefined}
            wrap={wrap}
            times={times}
            onExtend={extend}
            onGo={(step) => void go(step)}
          />
        ))}
    </div>
  );
}
