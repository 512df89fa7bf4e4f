import { splitEnds } from './format';

/** A text on one line; when there is no room for it, its beginning and its end are shown. */
export function LongText({ text, end }: { text: string; end?: number }) {
  const [head, tail] = splitEnds(text, end);
  return tail === '' ? (
    <span className="cut">{head}</span>
  ) : (
    <span className="long-text" title={text.length <= 2_000 ? text : `${text.slice(0, 1_000)} … ${text.slice(-900)}`}>
      <span className="cut">{head}</span>
      <span>{tail}</span>
    </span>
  );
}
