import './overview.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Row } from '../../api/types';
import { fieldOf } from '../../ui/fields';
import { formatDuration, formatSize } from '../../ui/format';
import { fieldLink, objectLink } from '../../ui/links';
import type { TabProps } from '../ObjectPage';
import { isActive, runningTime, stateOf, textOf } from '../object';
import { useNow } from '../useNow';
import { GitLine } from './GitLine';
import { Moment } from './Moment';

/** When, where, by whom and from what an object was made. */
export function Facts({ project, row }: TabProps) {
  return (
    <section aria-label="Facts">
      <dl className="facts">
        {factsOf(project, row).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(project: string, row: Row): [string, ReactNode][] {
  const text = (path: string) => textOf(row, path) || undefined;
  const environment = (name: string) =>
    row.fields.find((field) => new RegExp(`^monitoring/[^/]+/environment/${name}$`).test(field.path))?.value;
  const runId = text('run/id');
  const parent = text('parent/id');
  const version = text('model/version');
  const size = fieldOf(row, 'sys/size')?.value;
  const facts: [string, ReactNode][] = [
    ['State', row.kind === 'run' && [stateOf(row), text('sys/state_reason')].filter(Boolean).join(': ')],
    ['Stage', text('sys/stage')],
    ['Model', row.modelId && <Link to={objectLink(project, { id: row.modelId, kind: 'model' })}>{row.modelId}</Link>],
    ['Run', runId && <Link to={objectLink(project, { id: runId, kind: 'run' })}>{runId}</Link>],
    ['Part of', parent && <Link to={objectLink(project, { id: parent, kind: 'run' })}>{parent}</Link>],
    ['Model version', version && <Link to={objectLink(project, { id: version, kind: 'modelVersion' })}>{version}</Link>],
    ['Created', text('sys/creation_time') && <Moment time={textOf(row, 'sys/creation_time')} />],
    ['Running time', row.kind === 'run' && <RunningTime row={row} />],
    ['Owner', text('sys/owner')],
    ['Host', text('sys/hostname')],
    ['Own id', row.customId],
    ['Git', fieldOf(row, 'source_code/git') && <GitLine project={project} row={row} path="source_code/git" />],
    ['Command', environment('command_line') && <code>{String(environment('command_line'))}</code>],
    ['Program', [environment('program'), shortVersion(environment('program_version'))].filter(Boolean).join(' ')],
    ['Platform', [environment('dotnet'), environment('os')].filter(Boolean).join(', ')],
    ['Size', typeof size === 'number' && formatSize(size)],
    ['Changed', text('sys/modification_time') && <Moment time={textOf(row, 'sys/modification_time')} />],
    ['Traceback', tracebackOf(project, row)],
  ];
  return facts.filter(([, value]) => value);
}

/** The version with the beginning of the commit only. */
function shortVersion(version: unknown): string {
  return String(version ?? '').replace(/\+([0-9a-f]{7})[0-9a-f]+$/, '+$1');
}

function tracebackOf(project: string, row: Row): ReactNode {
  const field = row.fields.find(({ path }) => /^monitoring\/[^/]+\/traceback$/.test(path));
  return field && <Link to={fieldLink(project, row, field.path)}>{field.path}</Link>;
}

function RunningTime({ row }: { row: Row }) {
  const now = useNow(isActive(row));
  const seconds = runningTime(row, now);
  return seconds === undefined ? null : formatDuration(isActive(row) ? Math.floor(seconds) : seconds);
}
