import { expect, test } from 'vitest';
import type { Row } from '../api/types';
import { runningTime } from './object';

const ping = '2026-11-30T10:00:00.0000000Z';
const run = (state: string): Row =>
  ({
    id: 'CLS-1',
    fields: [
      { path: 'sys/running_time', type: 'float', value: 90 },
      { path: 'sys/ping_time', type: 'datetime', value: ping },
      { path: 'sys/state', type: 'runState', value: state },
    ],
  }) as unknown as Row;
const later = Date.parse(ping) + 5_000;

test('An active run has been running since its last sign of life too, a finished one has not', () => {
  expect(runningTime(run('Active'), later)).toBe(95);
  expect(runningTime(run('Finished'), later)).toBe(90);
});

test('A clock that is behind takes nothing away', () => {
  expect(runningTime(run('Active'), later - 60_000)).toBe(90);
});

test('What never ran has no running time', () => {
  expect(runningTime({ id: 'CLS-1', fields: [] } as unknown as Row, later)).toBeUndefined();
});
