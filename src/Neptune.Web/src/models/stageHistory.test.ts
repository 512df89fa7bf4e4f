import { expect, test } from 'vitest';
import { stageChange } from './stageHistory';

const time = '2026-01-02T03:04:05Z';

test('A change of a stage says who moved a version from where to where, and why', () => {
  const value = '{"from":"none","to":"staging","by":"ada","comment":"auc 0.93"}';

  expect(stageChange({ step: 0, value, time })).toEqual({ time, from: 'none', to: 'staging', by: 'ada', comment: 'auc 0.93' });
});

test.each(['no JSON', '12', 'null', '[]'])('A history that another program wrote (%s) is shown as it is', (value) => {
  expect(stageChange({ step: 0, value, time })).toEqual({ time, from: '', to: '', by: '', comment: value });
});
