import { expect, test } from 'vitest';
import { type ChartSettings, chartSettings, filterOf } from './settings';

test('All settings come back from the URL', () => {
  const settings: ChartSettings = {
    x: 'relative',
    logX: true,
    logY: true,
    smoothing: 0.65,
    filter: '^train/(loss|acc)$',
    zoom: [1e-7, 250.5],
    full: 'train/loss',
  };
  const params = new URLSearchParams();

  chartSettings.write(settings, params);

  expect(chartSettings.read(new URLSearchParams(params.toString()))).toEqual(settings);
});

test('Usual settings leave the URL as it is', () => {
  const params = new URLSearchParams('q=1');

  chartSettings.write(chartSettings.read(params), params);

  expect(params.toString()).toBe('q=1');
});

test.each(['5~2', '1~', 'a~b', '1~2~3', '0~Infinity', ''])('The zoom %s is none', (zoom) => {
  expect(chartSettings.read(new URLSearchParams({ zoom })).zoom).toBeUndefined();
});

test('An expression that is not finished still filters, and says what is wrong', () => {
  expect(filterOf('LOSS$').matches('train/loss')).toBe(true);
  expect(filterOf('train/(').matches('train/(x')).toBe(true);
  expect(filterOf('train/(').error).toMatch(/group/i);
});
