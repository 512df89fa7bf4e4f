import './language';
import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { durationLabels, durationSteps, logLabels, logTicks, type Range, tickLabels, xRange, yRange } from './axes';
import { isDark, onColours, resolveColour } from './colours';
import { drawHighlight, drawLines, placeOn } from './draw';
import { highlight, highlighted, onHighlight } from './highlight';
import { fillLegend, readingsAt } from './legend';
import type { Line } from './lines';
import type { XAxis } from './settings';

export interface ChartView {
  x: XAxis;
  logX: boolean;
  logY: boolean;
  zoom?: Range;
}

export interface ChartEvents {
  onZoom: (zoom: Range | undefined) => void;
}

/** A hovered line is at most this far from the pointer, in CSS pixels. */
const reach = 24;
const cursorGroup = 'neptune';

/**
 * A chart of lines: uPlot draws the axes and follows the pointer, the lines are drawn here, each with its own xs. It is
 * fed and destroyed by a hook and knows nothing of React.
 */
export class Chart {
  private readonly host: HTMLElement;
  private readonly events: ChartEvents;
  private readonly resizes: ResizeObserver;
  private readonly leave: (() => void)[];
  private plot?: uPlot;
  private overlay?: HTMLCanvasElement;
  private legend?: HTMLElement;
  private lines: readonly Line[] = [];
  private view: ChartView = { x: 'step', logX: false, logY: false };
  private x: Range = [0, 1];
  private y: Range = [0, 1];
  private frame = 0;

  constructor(host: HTMLElement, events: ChartEvents) {
    this.host = host;
    this.events = events;
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(host);
    this.leave = [onHighlight(() => this.drawOverlay()), onColours(() => this.build())];
  }

  /** Shows these lines. The axes are built anew only when they are other axes; a zoom stays. */
  update(lines: readonly Line[], view: ChartView): void {
    const same = this.plot && view.x === this.view.x && view.logX === this.view.logX && view.logY === this.view.logY;
    this.lines = lines;
    this.view = view;
    this.x = view.zoom && !(view.logX && view.zoom[0] <= 0) ? view.zoom : xRange(lines, view.logX);
    this.y = yRange(lines, this.x, view.logY);
    if (same) this.plot?.setData(this.frameData());
    else this.build();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.resizes.disconnect();
    for (const leave of this.leave) leave();
    this.plot?.destroy();
  }

  private readonly resetZoom = (): null => {
    this.events.onZoom(undefined);
    return null;
  };

  /** The picture as it is on the screen, without the pointer. */
  get canvas(): HTMLCanvasElement | undefined {
    return this.plot?.ctx.canvas;
  }

  /** uPlot is given the ends of the x axis and no values: what it would join from many xs is drawn from each line itself. */
  private frameData(): uPlot.AlignedData {
    return [
      [this.x[0], this.x[1]],
      [null, null],
    ];
  }

  private build(): void {
    this.plot?.destroy();
    const { clientWidth: width, clientHeight: height } = this.host;
    const { x, logX, logY } = this.view;
    const text = resolveColour('var(--text-2)');
    const line = resolveColour('var(--line)');
    const axis: uPlot.Axis = {
      stroke: text,
      grid: { stroke: line, width: 1 },
      ticks: { stroke: line, width: 1, size: 4 },
      font: '11px system-ui, sans-serif',
    };
    const xLabels = x === 'time' ? undefined : x === 'relative' ? durationLabels : logX ? logLabels : tickLabels;

    this.plot = new uPlot(
      {
        width: Math.max(50, width),
        height: Math.max(50, height),
        legend: { show: false },
        padding: [8, 12, 0, 0],
        scales: {
          x: { time: x === 'time', distr: logX ? 3 : 1 },
          y: { distr: logY ? 3 : 1, range: () => [...this.y] as uPlot.Range.MinMax },
        },
        series: [{}, { show: true, points: { show: false } }],
        axes: [
          {
            ...axis,
            size: 26,
            gap: 3,
            space: x === 'step' ? 60 : 84,
            incrs: x === 'relative' ? durationSteps : undefined,
            splits: logX ? logSplits : undefined,
            values: xLabels && ((_u, ticks) => xLabels(ticks)),
          },
          {
            ...axis,
            gap: 4,
            size: axisWidth,
            splits: logY ? logSplits : undefined,
            values: (_u, ticks) => (logY ? logLabels : tickLabels)(ticks),
          },
        ],
        cursor: {
          points: { show: false },
          y: false,
          drag: { x: true, y: false, setScale: false },
          bind: { dblclick: () => this.resetZoom },
          sync: {
            key: cursorGroup,
            setSeries: false,
            scales: ['x', null],
            // Each chart would zoom by itself; the zoom of one is the zoom of all already.
            filters: { pub: (type) => type === 'mousemove' || type === 'mouseleave' },
          },
        },
        hooks: {
          draw: [(u) => drawLines(u, this.lines, isDark())],
          drawClear: [() => this.drawOverlay()],
          setSelect: [(u) => this.select(u)],
          setCursor: [(u) => this.scheduleLegend(u)],
        },
      },
      this.frameData(),
      this.host,
    );
    this.addParts(this.plot);
  }

  private addParts(plot: uPlot): void {
    this.overlay = document.createElement('canvas');
    this.overlay.className = 'chart-overlay';
    plot.ctx.canvas.after(this.overlay);
    this.legend = document.createElement('div');
    this.legend.className = 'chart-legend';
    this.legend.hidden = true;
    plot.over.append(this.legend);
    // Pointer events come before those of the mouse, here as in the list: leaving the chart must not undo entering a row.
    plot.over.addEventListener('pointerleave', () => highlight(undefined));
    this.drawOverlay();
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (this.plot && width > 0 && height > 0 && (width !== this.plot.width || height !== this.plot.height))
      this.plot.setSize({ width, height });
  }

  private select(u: uPlot): void {
    const { left, width } = u.select;
    if (width < 4) return;
    const zoom: Range = [u.posToVal(left, 'x'), u.posToVal(left + width, 'x')];
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.events.onZoom(zoom);
  }

  private drawOverlay(): void {
    const { plot, overlay } = this;
    if (!plot || !overlay) return;
    const { width, height } = plot.ctx.canvas;
    const line = this.lines.find((one) => one.run.id === highlighted());
    if (!line && overlay.width === 0) return;
    overlay.width = line ? width : 0;
    overlay.height = line ? height : 0;
    const ctx = overlay.getContext('2d');
    if (line && ctx) drawHighlight(plot, ctx, line, isDark(), resolveColour('var(--back)'));
  }

  private scheduleLegend(u: uPlot): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.showLegend(u));
  }

  private showLegend(u: uPlot): void {
    const { legend } = this;
    const { left = -1, top = -1, event } = u.cursor;
    if (!legend || left < 0 || u !== this.plot) {
      if (legend) legend.hidden = true;
      return;
    }
    const x = u.posToVal(left, 'x');
    const readings = readingsAt(this.lines, x, Math.abs(u.posToVal(left + 8, 'x') - x));
    // Only the chart under the pointer says which run stands out.
    if (event && u.over.matches(':hover')) highlight(this.nearestRun(u, readings, top));
    legend.hidden = readings.length === 0;
    if (readings.length === 0) return;
    fillLegend(legend, readings, x, this.view.x, highlighted(), Math.max(3, Math.floor((u.over.clientHeight - 50) / 18)));
    legend.dataset.side = left > u.over.clientWidth / 2 ? 'left' : 'right';
  }

  private nearestRun(u: uPlot, readings: ReturnType<typeof readingsAt>, top: number): string | undefined {
    const place = placeOn(u, 'y');
    let [best, distance]: [string | undefined, number] = [undefined, reach];
    for (const { line, value } of readings) {
      const away = Math.abs((place(value) - u.bbox.top) / devicePixelRatio - top);
      if (away < distance) [best, distance] = [line.run.id, away];
    }
    return best;
  }
}

function logSplits(_u: uPlot, _axis: number, min: number, max: number): number[] {
  return logTicks(min, max);
}

/** As wide as the longest label. */
function axisWidth(u: uPlot, labels: string[] | null): number {
  if (!labels) return 40;
  u.ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  return Math.ceil(Math.max(...labels.map((label) => u.ctx.measureText(label ?? '').width)) / devicePixelRatio) + 12;
}
