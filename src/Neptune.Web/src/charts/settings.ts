import { setParam, type UrlCodec } from '../ui/urlState';

export type XAxis = 'step' | 'relative' | 'time';
const axes: readonly XAxis[] = ['step', 'relative', 'time'];

export interface ChartSettings {
  x: XAxis;
  logX: boolean;
  logY: boolean;
  /** Weight of what was before, from 0 (no smoothing) to 0.99. */
  smoothing: number;
  /** A regular expression for the paths. */
  filter: string;
  /** The part of the x axis that all charts show, in its unit: steps, seconds, or Unix seconds. */
  zoom?: readonly [number, number];
  /** The chart that fills the screen. */
  full?: string;
}

export const chartSettings: UrlCodec<ChartSettings> = {
  read: (params) => {
    const x = params.get('x') as XAxis;
    const smoothing = Number(params.get('smooth') ?? 0);
    return {
      x: axes.includes(x) ? x : 'step',
      logX: params.get('xlog') === '1',
      logY: params.get('ylog') === '1',
      smoothing: smoothing > 0 && smoothing < 1 ? smoothing : 0,
      filter: params.get('charts') ?? '',
      zoom: readZoom(params.get('zoom')),
      full: params.get('full') ?? undefined,
    };
  },

  write: (settings, params) => {
    setParam(params, 'x', settings.x, 'step');
    setParam(params, 'xlog', settings.logX ? '1' : '');
    setParam(params, 'ylog', settings.logY ? '1' : '');
    setParam(params, 'smooth', String(settings.smoothing), '0');
    setParam(params, 'charts', settings.filter);
    setParam(params, 'zoom', settings.zoom?.join('~'));
    setParam(params, 'full', settings.full);
  },
};

function readZoom(text: string | null): [number, number] | undefined {
  const parts = text?.split('~') ?? [];
  const [from, to] = parts.map(Number);
  return parts.length === 2 && from < to && Number.isFinite(from) && Number.isFinite(to) ? [from, to] : undefined;
}

/** The filter as an expression; undefined where it is none. An unfinished one matches by its words. */
export function filterOf(text: string): { matches: (path: string) => boolean; error?: string } {
  try {
    const expression = new RegExp(text, 'i');
    return { matches: (path) => expression.test(path) };
  } catch (error) {
    return { matches: (path) => path.toLowerCase().includes(text.toLowerCase()), error: (error as Error).message };
  }
}
