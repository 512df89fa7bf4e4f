import { expect, test } from 'vitest';
import type { Field } from '../../api/types';
import { deltaOf, isMoreBetter, mainMetrics, mainParameters, metricOf } from './metrics';

const float = (path: string): Field => ({ path, type: 'float', value: 0.5 });

test('The part of the data is found wherever a path says it', () => {
  for (const path of ['val/loss', 'folds/0/validation/loss', 'val_loss', 'loss/val', 'Val/Loss'])
    expect(metricOf(path)).toEqual({ name: 'loss', split: 1 });
  expect(metricOf('loss')).toEqual({ name: 'loss', split: 2 });
});

test('Metrics of test rows come first, then the usual ones, and what is no metric is left out', () => {
  const fields: Field[] = [
    float('train/auc'),
    float('params/lr'),
    float('test/recall'),
    float('test/auc'),
    float('train/duration'),
    float('evaluation/validation/auc'),
    { path: 'test/true_positives', type: 'int', value: 7 },
    { path: 'train/loss', type: 'floatSeries', count: 0 },
    { path: 'validation/loss', type: 'floatSeries', count: 2, last: 'NaN' },
  ];

  expect(mainMetrics(fields).map((field) => field.path)).toEqual([
    'test/auc',
    'test/recall',
    'validation/loss',
    'evaluation/validation/auc',
    'train/auc',
  ]);
});

test('Names say whether more is better, or do not', () => {
  expect(isMoreBetter('test/auc')).toBe(true);
  expect(isMoreBetter('val_log_loss')).toBe(false);
  expect(isMoreBetter('test/ndcg@10')).toBe(true);
  expect(isMoreBetter('test/detection_rate')).toBe(true);
  expect(isMoreBetter('test/error_rate')).toBe(false);
  expect(isMoreBetter('entropy')).toBeUndefined();
});

test('Parameters with their default, long ones and deep ones are left out', () => {
  const fields: Field[] = [
    { path: 'params/seed', type: 'int', value: 7 },
    { path: 'params/trainer/LearningRate', type: 'float', value: 0.1 },
    { path: 'params/trainer/Bias', type: 'float', value: 0 },
    { path: 'params/trainer/inner/Deep', type: 'float', value: 0 },
    { path: 'params/text', type: 'string', value: 'x'.repeat(61) },
    { path: 'params/defaults', type: 'stringSet', value: ['trainer/Bias'] },
    { path: 'data/rows', type: 'int', value: 3 },
  ];

  expect(mainParameters(fields).map((field) => field.path)).toEqual(['params/seed', 'params/trainer/LearningRate']);
  expect(mainParameters([])).toEqual([]);
});

test('A difference says whether it is a better one, in shares of the size of the reference', () => {
  expect(deltaOf('loss', 0.5, 1)).toEqual({ value: -0.5, percent: -50, better: true });
  expect(deltaOf('auc', 0.5, 1)).toEqual({ value: -0.5, percent: -50, better: false });
  expect(deltaOf('x', 1, -2)).toEqual({ value: 3, percent: 150, better: undefined });
  expect(deltaOf('auc', 1, 0)).toEqual({ value: 1, percent: undefined, better: true });
  expect(deltaOf('auc', 1, 1)).toEqual({ value: 0, percent: 0, better: undefined });
});

test('Where one of the two is no number there is no difference, and two infinities of one sign do not differ', () => {
  expect(deltaOf('auc', Number.NaN, 1)).toBeUndefined();
  expect(deltaOf('auc', undefined, 1)).toBeUndefined();
  expect(deltaOf('auc', 1, undefined)).toBeUndefined();
  expect(deltaOf('loss', Infinity, Infinity)).toEqual({ value: 0, percent: undefined, better: undefined });
  expect(deltaOf('loss', 1, Infinity)).toEqual({ value: -Infinity, percent: undefined, better: true });
});
