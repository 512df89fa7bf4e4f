import type uPlot from 'uplot';
import { runColour } from './colours';
import type { Line, Mark } from './lines';

/** From a value to a canvas pixel; NaN where the axis has no place for it. */
export type Place = (value: number) => number;

export function placeOn(u: uPlot, scale: 'x' | 'y'): Place {
  const { min, max, distr } = u.scales[scale];
  const from = u.valToPos(min as number, scale, true);
  const to = u.valToPos(max as number, scale, true);
  if (distr === 3) {
    const [low, high] = [Math.log10(min as number), Math.log10(max as number)];
    return (value) => (value > 0 ? from + ((Math.log10(value) - low) / (high - low)) * (to - from) : Number.NaN);
  }
  const factor = (to - from) / ((max as number) - (min as number));
  return (value) => from + (value - (min as number)) * factor;
}

/** So few points in sight are drawn as dots too; a single one could not be seen otherwise. */
const dotsBelow = 30;

export function drawLines(u: uPlot, lines: readonly Line[], dark: boolean): void {
  const { ctx, bbox } = u;
  const x = placeOn(u, 'x');
  const y = placeOn(u, 'y');
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.lineJoin = 'round';
  for (const line of lines) if (line.band) drawBand(ctx, line, x, y, runColour(line.run.key, dark));
  for (const line of lines) drawLine(ctx, line, x, y, runColour(line.run.key, dark), bbox);
  ctx.restore();
}

function drawLine(ctx: CanvasRenderingContext2D, line: Line, x: Place, y: Place, colour: string, bbox: uPlot.BBox): void {
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = devicePixelRatio * (line.smoothed ? 1 : 1.5);
  ctx.globalAlpha = line.smoothed ? 0.3 : 1;
  strokeValues(ctx, line.xs, line.ys, x, y);
  drawDots(ctx, line, x, y, bbox);
  ctx.globalAlpha = 1;
  if (line.smoothed) {
    ctx.lineWidth = devicePixelRatio * 1.75;
    strokeValues(ctx, line.xs, line.smoothed, x, y);
  }
  for (const mark of line.marks) drawMark(ctx, mark, x(mark.x), bbox);
}

/** The line stands out: over a veil on all others. */
export function drawHighlight(u: uPlot, ctx: CanvasRenderingContext2D, line: Line, dark: boolean, back: string): void {
  const { bbox } = u;
  const [x, y] = [placeOn(u, 'x'), placeOn(u, 'y')];
  const colour = runColour(line.run.key, dark);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.globalAlpha = 0.7;
  ctx.fillStyle = back;
  ctx.fillRect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.globalAlpha = 1;
  if (line.band) drawBand(ctx, line, x, y, colour);
  drawLine(ctx, line, x, y, colour, bbox);
  ctx.lineWidth = devicePixelRatio * 2.5;
  ctx.lineJoin = 'round';
  strokeValues(ctx, line.xs, line.smoothed ?? line.ys, x, y);
  ctx.restore();
}

/** A gap ends the line; the next value begins it again. */
function strokeValues(ctx: CanvasRenderingContext2D, xs: Float64Array, values: Float64Array, x: Place, y: Place): void {
  ctx.beginPath();
  let pen = false;
  for (let i = 0; i < xs.length; i++) {
    const [left, top] = [x(xs[i]), y(values[i])];
    if (Number.isNaN(left) || Number.isNaN(top)) pen = false;
    else if (pen) ctx.lineTo(left, top);
    else {
      ctx.moveTo(left, top);
      pen = true;
    }
  }
  ctx.stroke();
}

function drawDots(ctx: CanvasRenderingContext2D, line: Line, x: Place, y: Place, bbox: uPlot.BBox): void {
  const places: [number, number][] = [];
  for (let i = 0; i < line.xs.length; i++) {
    const [left, top] = [x(line.xs[i]), y(line.ys[i])];
    if (Number.isNaN(left) || Number.isNaN(top) || left < bbox.left || left > bbox.left + bbox.width) continue;
    const alone = Number.isNaN(line.ys[i - 1] ?? Number.NaN) && Number.isNaN(line.ys[i + 1] ?? Number.NaN);
    if (places.length >= dotsBelow && !alone) return;
    places.push([left, top]);
  }
  ctx.beginPath();
  for (const [left, top] of places) {
    ctx.moveTo(left, top);
    ctx.arc(left, top, 2.2 * devicePixelRatio, 0, 2 * Math.PI);
  }
  ctx.fill();
}

/** From the minimum to the maximum of each bucket. */
function drawBand(ctx: CanvasRenderingContext2D, line: Line, x: Place, y: Place, colour: string): void {
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  let from = 0;
  while (from < line.xs.length) {
    if (Number.isNaN(y(line.low[from])) || Number.isNaN(y(line.high[from]))) {
      from++;
      continue;
    }
    let end = from;
    while (end < line.xs.length && !Number.isNaN(y(line.low[end])) && !Number.isNaN(y(line.high[end]))) end++;
    ctx.beginPath();
    for (let i = from; i < end; i++) ctx.lineTo(x(line.xs[i]), y(line.high[i]));
    for (let i = end - 1; i >= from; i--) ctx.lineTo(x(line.xs[i]), y(line.low[i]));
    ctx.globalAlpha = 0.16;
    ctx.fill();
    // A single extreme is too thin for its area to be seen.
    ctx.globalAlpha = 0.35;
    ctx.stroke();
    from = end;
  }
  ctx.globalAlpha = 1;
}

/** A cross at the bottom for NaN, a triangle at the end of the axis that an infinity is beyond. */
function drawMark(ctx: CanvasRenderingContext2D, mark: Mark, left: number, bbox: uPlot.BBox): void {
  if (Number.isNaN(left)) return;
  const r = 4 * devicePixelRatio;
  const top = mark.kind === 'Infinity' ? bbox.top + r + 1 : bbox.top + bbox.height - r - 1;
  ctx.lineWidth = devicePixelRatio * 1.5;
  ctx.beginPath();
  if (mark.kind === 'NaN') {
    ctx.moveTo(left - r, top - r);
    ctx.lineTo(left + r, top + r);
    ctx.moveTo(left + r, top - r);
    ctx.lineTo(left - r, top + r);
    ctx.stroke();
    return;
  }
  const tip = mark.kind === 'Infinity' ? -r : r;
  ctx.moveTo(left, top + tip);
  ctx.lineTo(left - r, top - tip);
  ctx.lineTo(left + r, top - tip);
  ctx.fill();
}
