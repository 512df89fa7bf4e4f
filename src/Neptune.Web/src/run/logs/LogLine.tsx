import { formatTime } from '../../ui/format';
import type { AnsiSpan, AnsiStyle } from './ansi';
import { type LogLine as Line, marked } from './logLines';

const longest = 4_000;

interface Props {
  line: Line;
  index: number;
  start: number;
  times: boolean;
  search: string;
  chosen: boolean;
  measure?: (element: Element | null) => void;
  onGo: (step: string) => void;
}

/** A line of a log; its step is the link to it. */
export function LogLine({ line, index, start, times, search, chosen, measure, onGo }: Props) {
  return (
    <div
      ref={measure}
      data-index={index}
      className="log-line"
      data-chosen={chosen || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <button
        type="button"
        className="log-step"
        // Among matches one goes from step to step; in a whole log there are too many of them.
        tabIndex={search === '' ? -1 : 0}
        title={`Step ${line.step}: link to this line`}
        onClick={() => onGo(line.step)}
      >
        {line.first ? line.step : ''}
      </button>
      {times && (
        <time className="log-time" dateTime={line.time} title={line.time}>
          {line.first ? formatTime(line.time) : ''}
        </time>
      )}
      <span className="log-text">{spansOf(line.spans, search)}</span>
    </div>
  );
}

function spansOf(spans: readonly AnsiSpan[], search: string) {
  let left = longest;
  const shown: React.ReactNode[] = [];
  for (const [index, { text, style }] of spans.entries()) {
    const part = text.slice(0, left);
    left -= part.length;
    shown.push(
      <span key={index} className={classesOf(style)} style={{ color: ownColour(style.colour), backgroundColor: ownColour(style.back) }}>
        {search === '' ? part : marked(part, search).map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text))}
      </span>,
    );
    if (part.length < text.length) {
      shown.push(<span key="more" className="muted">{` … ${(text.length - part.length).toLocaleString('en')} more characters`}</span>);
      break;
    }
  }
  return shown;
}

/** Colours of the palette are the page's, which fit its background. */
function classesOf(style: AnsiStyle): string {
  const { colour, back, bold, dim, italic, underline, strike, inverse } = style;
  return [
    colour && !isOwn(colour) && `ansi-${colour}`,
    back && !isOwn(back) && `ansi-back-${back}`,
    bold && 'ansi-bold',
    dim && 'ansi-dim',
    italic && 'ansi-italic',
    underline && 'ansi-underline',
    strike && 'ansi-strike',
    inverse && 'ansi-inverse',
  ]
    .filter(Boolean)
    .join(' ');
}

function isOwn(colour: string): boolean {
  return colour.startsWith('rgb(');
}

function ownColour(colour: string | undefined): string | undefined {
  return colour && isOwn(colour) ? colour : undefined;
}
