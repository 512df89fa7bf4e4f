import { useSearchParams } from 'react-router';
import { toNumber } from '../../api/numbers';
import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { follow } from '../../ui/download';
import { formatSize } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { ErrorBox, Loading } from '../../ui/states';
import type { TabProps } from '../ObjectPage';
import { Moment } from '../overview/Moment';
import { FilePreview } from './FilePreview';
import { downloadUrl } from './fileAddress';
import { extensionOf } from './fileKind';
import { useEntries } from './useEntries';

/** The files of a series, one at a time, by their steps. Without a step in the address it shows the last, also while more come. */
export function FileSeriesView({ project, row, field }: TabProps & { field: Field }) {
  const { data, error, refetch } = useEntries(project, row.id, field.path);
  const [params, setParams] = useSearchParams();
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the steps" />;
  const { entries } = data;
  if (entries.length === 0) return <p className="muted">The series has no files yet.</p>;

  const wanted = params.get('step');
  const last = entries.length - 1;
  const found = wanted === null ? last : entries.findIndex((entry) => String(entry.step) === wanted);
  const at = found < 0 ? last : found;
  const entry = entries[at];
  const step = toNumber(entry.step);

  const go = (index: number) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (index >= last) next.delete('step');
        else next.set('step', String(entries[Math.max(index, 0)].step));
        return next;
      },
      { replace: true },
    );

  return (
    <div className="file-series">
      <div className="row wrap">
        <Button size="icon" aria-label="The step before" disabled={at === 0} onClick={() => go(at - 1)}>
          <Icon name="left" />
        </Button>
        <input
          type="range"
          className="grow"
          aria-label="Step"
          aria-valuetext={`step ${step}, ${at + 1} of ${entries.length}`}
          min={0}
          max={last}
          value={at}
          onChange={(event) => go(Number(event.target.value))}
        />
        <Button size="icon" aria-label="The next step" disabled={at === last} onClick={() => go(at + 1)}>
          <Icon name="right" />
        </Button>
        <output>
          step {step}{' '}
          <span className="muted">
            ({at + 1} of {entries.length})
          </span>
        </output>
      </div>
      <div className="row wrap">
        <strong>{entry.name}</strong>
        {entry.size !== undefined && <span className="muted">{formatSize(entry.size)}</span>}
        {entry.time && <Moment time={entry.time} />}
        <Button size="small" onClick={() => follow(downloadUrl({ project, id: row.id, path: field.path, step }))}>
          <Icon name="download" />
          Download
        </Button>
      </div>
      {entry.description && <p>{entry.description}</p>}
      <FilePreview
        address={{ project, id: row.id, path: field.path, step, hash: entry.hash }}
        name={entry.name}
        extension={extensionOf(entry.name)}
        size={entry.size}
      />
    </div>
  );
}
