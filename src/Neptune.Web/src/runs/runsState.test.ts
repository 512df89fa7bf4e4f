import { expect, test } from 'vitest';
import { readColumn, writeColumn } from './columns';
import { readIds, writeIds } from './idList';
import { type RunsState, runsState } from './runsState';

function roundTrip(patch: Partial<RunsState>): RunsState {
  const params = new URLSearchParams('other=kept');
  runsState.write({ ...runsState.read(params), ...patch }, params);
  const text = params.toString();
  expect(params.get('other')).toBe('kept');
  return runsState.read(new URLSearchParams(text));
}

test('What is as usual leaves no trace in the URL', () => {
  const params = new URLSearchParams();

  runsState.write(runsState.read(params), params);

  expect(params.toString()).toBe('');
});

test('The whole state comes back from its URL', () => {
  const state: RunsState = {
    query: '`train/loss`:floatSeries < 0.5 AND `sys/tags`:stringSet CONTAINS "a&b=c"',
    sortBy: 'params/größe',
    ascending: true,
    columns: [{ path: 'sys/name' }, { path: 'train/loss', aggregate: 'min', width: 220, pinned: true }, { path: 'odd|path,min' }],
    chosen: ['CLS-1', 'CLS-2', 'CLS-40'],
    view: 'compare',
    split: 70,
    reference: 'CLS-2',
    onlyDifferent: true,
    fieldFilter: 'params lr',
  };

  expect(roundTrip(state)).toEqual(state);
});

test('No chosen runs and no columns are choices of their own', () => {
  expect(roundTrip({ chosen: [] }).chosen).toEqual([]);
  expect(roundTrip({ columns: [] }).columns).toEqual([]);
  expect(roundTrip({}).chosen).toBeUndefined();
});

test('What nobody wrote is read as the usual', () => {
  const state = runsState.read(new URLSearchParams('view=nonsense&split=abc&dir=up'));

  expect([state.view, state.split, state.ascending]).toEqual(['both', 45, false]);
});

test.each([
  ['a/b', { path: 'a/b' }],
  ['max,w90|a/b', { path: 'a/b', aggregate: 'max', width: 90 }],
  ['|a|b', { path: 'a|b' }],
])('The column %s comes back as it was written', (text, column) => {
  expect(readColumn(text)).toEqual(column);
  expect(writeColumn(readColumn(text))).toBe(text);
});

test('Ids share what is before their number', () => {
  const ids = ['CLS-1', 'CLS-20', 'ADULT-3', 'ADULT-4', 'X', 'my-own-name', 'CLS-5'];

  expect(writeIds(ids)).toBe('CLS-1,20,ADULT-3,4,X,my-own-name,CLS-5');
  expect(readIds(writeIds(ids))).toEqual(ids);
});
