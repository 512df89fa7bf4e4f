import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { follow } from '../../ui/download';
import { formatSize, plural } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import type { TabProps } from '../ObjectPage';
import { EntryBrowser } from './EntryBrowser';
import { FilePreview } from './FilePreview';
import { FileSeriesView } from './FileSeriesView';
import { downloadUrl } from './fileAddress';
import { fileKind } from './fileKind';

interface Props extends TabProps {
  field: Field;
}

/** A field of files: what is in it, to look at and to download. */
export function FileField({ project, row, field }: Props) {
  const props = { project, row };
  return (
    <div className="file-field">
      <Facts {...props} field={field} />
      {field.type === 'fileSeries' ? (
        <FileSeriesView {...props} field={field} />
      ) : field.type !== 'file' ? (
        <EntryBrowser {...props} path={field.path} stored={field.type === 'fileSet'} />
      ) : fileKind(field.extension) === 'zip' ? (
        <EntryBrowser {...props} path={field.path} stored />
      ) : (
        <FilePreview
          address={{ project, id: row.id, path: field.path, hash: field.sha256 }}
          name={field.path}
          extension={field.extension}
          size={field.size}
        />
      )}
    </div>
  );
}

function Facts({ project, row, field }: Props) {
  const hash = field.type === 'artifact' ? String(field.value ?? '') : field.sha256;
  return (
    <div className="row wrap">
      {field.type === 'file' && (
        <Button size="small" onClick={() => follow(downloadUrl({ project, id: row.id, path: field.path }))}>
          <Icon name="download" />
          Download
        </Button>
      )}
      {field.extension && <span>.{field.extension}</span>}
      {field.count !== undefined && <span>{plural(field.count, 'file')}</span>}
      {field.size !== undefined && <span title={`${field.size.toLocaleString('en')} bytes`}>{formatSize(field.size)}</span>}
      {hash && (
        <span className="row">
          <span className="muted">{field.type === 'artifact' ? 'Hash' : 'SHA-256'}</span>
          <code title={hash}>{hash.slice(0, 12)}…</code>
          <CopyButton text={hash} label="Copy the hash" />
        </span>
      )}
    </div>
  );
}
