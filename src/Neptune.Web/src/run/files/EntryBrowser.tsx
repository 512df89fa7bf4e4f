import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Entry } from '../../api/types';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { follow } from '../../ui/download';
import { formatSize, plural } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { ErrorBox, Loading } from '../../ui/states';
import { Tree } from '../../ui/Tree';
import type { TreeNode } from '../../ui/tree';
import { nameOf, type PathNode, pathTree, searchPaths } from '../metadata/pathTree';
import type { TabProps } from '../ObjectPage';
import { FilePreview } from './FilePreview';
import { downloadUrl } from './fileAddress';
import { extensionOf } from './fileKind';
import { useEntries } from './useEntries';

interface Props extends TabProps {
  path: string;
  /** The contents are in the store; of an artifact they are not. */
  stored: boolean;
}

type File = Entry & { path: string };

/** The files in a file set, a zip or an artifact, as folders, and the one that is chosen. */
export function EntryBrowser({ project, row, path, stored }: Props) {
  const { data, error, refetch } = useEntries(project, row.id, path);
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const selected = params.get('entry') ?? undefined;
  const files = useMemo<File[]>(() => (data?.entries ?? []).map((entry) => ({ ...entry, path: entry.name })), [data]);
  const found = useMemo(() => searchPaths(files, search), [files, search]);
  const roots = useMemo(() => pathTree(found), [found]);
  const openByItself = search !== '' || found.length <= 200;
  const isOpen = useCallback((id: string) => openByItself !== toggled.has(id), [openByItself, toggled]);

  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the list" />;
  if (files.length === 0) return <p className="muted">There are no files in it.</p>;

  const toggle = (id: string) =>
    setToggled((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const select = (name: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.set('entry', name);
      return next;
    });
  const file = files.find((one) => one.name === selected);

  return (
    <div className="entries">
      <div className="row wrap">
        <input
          className="input"
          type="search"
          aria-label="Search the files"
          placeholder="Search the files"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="muted">{data.more ? `The first ${plural(files.length, 'file')}` : plural(found.length, 'file')}</span>
      </div>
      <div className="entries-tree" data-alone={!file || undefined}>
        <Tree
          label="Files"
          roots={roots}
          isOpen={isOpen}
          onToggle={toggle}
          selected={selected}
          onSelect={(node) => select(node.id)}
          note={note}
        />
      </div>
      {file && (
        <section aria-label={file.name} className="entry">
          <FileFacts file={file} />
          {stored && (
            <>
              <div>
                <Button
                  size="small"
                  onClick={() => follow(downloadUrl({ project, id: row.id, path, entry: file.name }), nameOf(file.name))}
                >
                  <Icon name="download" />
                  Download {nameOf(file.name)}
                </Button>
              </div>
              <FilePreview
                address={{ project, id: row.id, path, entry: file.name, hash: file.hash }}
                name={file.name}
                extension={extensionOf(file.name)}
                size={file.size}
              />
            </>
          )}
        </section>
      )}
    </div>
  );
}

function FileFacts({ file }: { file: File }) {
  const facts: [string, string | undefined][] = [
    ['Size', file.size === undefined ? undefined : formatSize(file.size)],
    ['Changed', file.time],
    ['Hash', file.hash],
    ['Where', file.description],
  ];
  return (
    <>
      <h3 className="path">{file.name}</h3>
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="row">
                  <span className="anywhere">{value}</span>
                  {label !== 'Size' && <CopyButton text={value} label={`Copy: ${label}`} />}
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

function note({ value }: TreeNode<PathNode<File>>) {
  if ('count' in value) return value.count;
  return value.item.size === undefined ? '' : formatSize(value.item.size);
}
