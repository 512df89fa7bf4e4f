import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { follow } from '../../ui/download';
import { formatSize, plural } from '../../ui/format';
import { Icon } from '../../ui/Icon';
import { ErrorBox, Loading } from '../../ui/states';
import { downloadUrl } from '../files/fileAddress';
import { TextView } from '../files/TextView';
import { useFileStart } from '../files/useFileStart';
import type { TabProps } from '../ObjectPage';
import { type DiffFile, type DiffLine, parseDiff } from './diff';

const mostBytes = 5_000_000;
const lineHeight = 20;

/** A patch as one reads it: file by file, what was taken away and what came. */
export function PatchView({ project, row, field }: TabProps & { field: Field }) {
  const address = { project, id: row.id, path: field.path, hash: field.sha256 };
  const { data, error, refetch } = useFileStart(address, mostBytes);
  const files = useMemo(() => parseDiff(data?.text ?? ''), [data]);
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the changes" />;

  const sum = (count: (file: DiffFile) => number) => files.reduce((all, file) => all + count(file), 0);
  return (
    <div className="patch">
      <div className="row wrap">
        <span>{plural(files.length, 'file')}</span>
        <span className="good-text">+{sum((file) => file.added)}</span>
        <span className="bad-text">−{sum((file) => file.removed)}</span>
        <Button size="small" onClick={() => follow(downloadUrl(address))}>
          <Icon name="download" />
          Download the patch
        </Button>
        {data.cut && <span className="muted">The first {formatSize(mostBytes)} of it</span>}
      </div>
      {files.length === 0 ? data.text ? <TextView text={data.text} /> : <p className="muted">No changes.</p> : <DiffLines files={files} />}
    </div>
  );
}

type Shown = { file: DiffFile; line?: DiffLine; key: string };

function DiffLines({ files }: { files: readonly DiffFile[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(
    () =>
      files.flatMap((file, at): Shown[] => [
        { file, key: `${at}` },
        ...(closed.has(file.path) ? [] : file.lines.map((line, index) => ({ file, line, key: `${at}:${index}` }))),
      ]),
    [files, closed],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (shown[index].line ? lineHeight : 36),
    getItemKey: (index) => shown[index].key,
    overscan: 20,
  });
  const toggle = (path: string) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div ref={box} className="diff" role="region" aria-label="Changes" tabIndex={0}>
      <div className="text-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const { file, line } = shown[index];
          const style = { transform: `translateY(${start}px)` };
          return line ? (
            <div key={key} className="diff-line" data-kind={line.kind} style={style}>
              <span className="line-number">{line.before}</span>
              <span className="line-number">{line.after}</span>
              <span className="diff-sign">{line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ' '}</span>
              <span>{line.text.slice(0, 5_000)}</span>
            </div>
          ) : (
            <div key={key} className="diff-file" style={style}>
              <Button look="plain" size="small" aria-expanded={!closed.has(file.path)} onClick={() => toggle(file.path)}>
                <Icon name={closed.has(file.path) ? 'right' : 'down'} />
                {file.from ? `${file.from} → ${file.path}` : file.path}
              </Button>
              <span className="muted">
                {file.change === 'mode' ? 'mode changed' : file.change}
                {file.binary && ', binary'}
              </span>
              <span className="good-text">+{file.added}</span>
              <span className="bad-text">−{file.removed}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
