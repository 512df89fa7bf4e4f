import { useState } from 'react';
import { formatSize } from '../../ui/format';
import { ErrorBox, Loading } from '../../ui/states';
import { CsvTable } from './CsvTable';
import { parseCsv } from './csv';
import { type FileAddress, previewUrl } from './fileAddress';
import { type FileKind, fileKind, kindOfType } from './fileKind';
import { JsonView } from './JsonView';
import { TextView } from './TextView';
import { type TextStart, useFileStart } from './useFileStart';

interface Props {
  address: FileAddress;
  name: string;
  extension?: string;
  size?: number;
}

const mostBytes = 4_000_000;
const mostRows = 5_000;

/** A file as its kind is best seen. Pages of users are framed without an origin, texts are texts. */
export function FilePreview(props: Props) {
  return <Preview kind={fileKind(props.extension)} {...props} />;
}

function Preview({ kind, ...props }: Props & { kind: FileKind }) {
  const { address, name } = props;
  const url = previewUrl(address);
  switch (kind) {
    case 'picture':
      return <Picture key={url} url={url} name={name} />;
    case 'page':
      return <iframe key={url} className="page-preview" sandbox="allow-scripts" referrerPolicy="no-referrer" src={url} title={name} />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: what was recorded has no captions
      return <video key={url} className="media-preview" controls src={url} />;
    case 'sound':
      // biome-ignore lint/a11y/useMediaCaption: what was recorded has no captions
      return <audio key={url} controls src={url} />;
    default:
      return <TextPreview kind={kind} {...props} />;
  }
}

function Picture({ url, name }: { url: string; name: string }) {
  const [bad, setBad] = useState(false);
  if (bad) return <p className="muted">The browser cannot draw this picture. It can be downloaded.</p>;
  return (
    <div className="picture">
      <img src={url} alt={name} onError={() => setBad(true)} />
    </div>
  );
}

function TextPreview({ kind, ...props }: Props & { kind: FileKind }) {
  const { address, size } = props;
  const { data, error, refetch } = useFileStart(address, mostBytes);
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the file" />;
  const known = kindOfType(data.mediaType);
  if (known !== 'text') return <Preview kind={known} {...props} />;
  if (data.text === undefined)
    return <p className="muted">This file is no text, and no kind of file that is shown here. It can be downloaded.</p>;
  if (data.text === '') return <p className="muted">The file is empty.</p>;
  return (
    <div className="text-preview">
      {data.cut && (
        <p className="muted">
          The first {formatSize(mostBytes)}
          {size !== undefined && ` of ${formatSize(size)}`}. The download has all of it.
        </p>
      )}
      <TextOf kind={kind} start={data} text={data.text} />
    </div>
  );
}

function TextOf({ kind, start, text }: { kind: FileKind; start: TextStart; text: string }) {
  if (kind === 'table') return <CsvTable csv={parseCsv(text, mostRows, !start.cut)} />;
  if (kind === 'json' && !start.cut) return <JsonView text={text} />;
  return <TextView text={text} />;
}
