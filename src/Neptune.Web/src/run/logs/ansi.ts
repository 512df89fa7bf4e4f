/** How a terminal would draw a piece of text. Colours are names of the palette, `256:N`, or `rgb(…)`. */
export interface AnsiStyle {
  colour?: string;
  back?: string;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  inverse?: boolean;
}

export interface AnsiSpan {
  text: string;
  style: AnsiStyle;
}

const plain: AnsiStyle = {};
const esc = '\u001b';

// Control sequences, strings for the terminal (titles, links), and other escapes of two or three characters.
const sequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  /\u001b\[([0-?]*)[ -/]*([@-~])|\u001b[\]PX^_][\s\S]*?(?:\u0007|\u001b\\|$)|\u001b[ -/]*[0-~]?|\u009b([0-?]*)[ -/]*([@-~])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A line of a terminal as text with styles, and the style that the next line begins with. What moves the cursor is left out. */
export function parseAnsi(line: string, start: AnsiStyle = plain): { spans: AnsiSpan[]; end: AnsiStyle } {
  const shown = lastDrawn(line);
  if (!shown.includes(esc) && !shown.includes('\u009b'))
    return { spans: shown === '' ? [] : [{ text: clean(shown), style: start }], end: start };

  const spans: AnsiSpan[] = [];
  let style = start;
  let from = 0;
  const add = (to: number) => {
    const text = clean(shown.slice(from, to));
    if (text !== '') spans.push({ text, style });
  };
  for (const match of shown.matchAll(sequence)) {
    add(match.index);
    from = match.index + match[0].length;
    if ((match[2] ?? match[4]) === 'm') style = apply(style, match[1] ?? match[3] ?? '');
  }
  add(shown.length);
  return { spans, end: style };
}

/** The text alone, as it is searched and copied. */
export function withoutAnsi(line: string): string {
  return clean(line.replace(sequence, ''));
}

/** A line that is drawn over again and again, as a progress bar, shows what was drawn last. */
function lastDrawn(line: string): string {
  const ended = line.replace(/\r+$/, '');
  return ended.slice(ended.lastIndexOf('\r') + 1);
}

function clean(text: string): string {
  return text.replace(control, '');
}

function apply(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  let next = { ...style };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) next = {};
    else if (code === 1) next.bold = true;
    else if (code === 2) next.dim = true;
    else if (code === 3) next.italic = true;
    else if (code === 4 || code === 21) next.underline = true;
    else if (code === 7) next.inverse = true;
    else if (code === 9) next.strike = true;
    else if (code === 22) next = { ...next, bold: undefined, dim: undefined };
    else if (code === 23) next.italic = undefined;
    else if (code === 24) next.underline = undefined;
    else if (code === 27) next.inverse = undefined;
    else if (code === 29) next.strike = undefined;
    else if (code >= 30 && code <= 37) next.colour = names[code - 30];
    else if (code >= 90 && code <= 97) next.colour = `bright-${names[code - 90]}`;
    else if (code >= 40 && code <= 47) next.back = names[code - 40];
    else if (code >= 100 && code <= 107) next.back = `bright-${names[code - 100]}`;
    else if (code === 39) next.colour = undefined;
    else if (code === 49) next.back = undefined;
    else if (code === 38 || code === 48) {
      const [colour, used] = extended(codes, i + 1);
      if (code === 38) next.colour = colour ?? next.colour;
      else next.back = colour ?? next.back;
      i += used;
    }
  }
  return next;
}

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** A colour of the palette of 256, or of red, green and blue, and how many codes it took. */
function extended(codes: readonly number[], at: number): [string | undefined, number] {
  if (codes[at] === 5) return [palette(codes[at + 1]), 2];
  if (codes[at] === 2) {
    const parts = codes.slice(at + 1, at + 4);
    return [parts.length === 3 && parts.every(isByte) ? `rgb(${parts.join(' ')})` : undefined, 4];
  }
  return [undefined, 0];
}

function palette(index: number): string | undefined {
  if (!isByte(index)) return undefined;
  if (index < 8) return names[index];
  if (index < 16) return `bright-${names[index - 8]}`;
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + (index - 232) * 10)
      .join(' ')})`;
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}

function isByte(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 255;
}
