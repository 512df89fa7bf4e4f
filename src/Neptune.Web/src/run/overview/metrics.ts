import type { Field } from '../../api/types';
import { numberOf } from '../../ui/fields';
import { nameOf } from '../metadata/pathTree';

/** What is in them describes the object and does not judge it. */
const leftOut = new Set(
  'sys monitoring params parameters hyperparameters hparams config args data dataset model source_code build git ci run'.split(' '),
);

/** The usual metrics, the most telling of each task first. */
const telling =
  'auc roc_auc auroc accuracy acc f1 f1_score macro_accuracy balanced_accuracy r2 rmse mae mape ndcg@10 ndcg@5 ndcg@3 ndcg map mrr iou dice bleu rouge nmi silhouette detection_rate perplexity log_loss loss error_rate mse davies_bouldin average_distance auc_pr average_precision precision recall'.split(
    ' ',
  );

const lessIsBetter = 'loss error error_rate mae mse rmse mape perplexity davies_bouldin average_distance wer cer fid'.split(' ');
const moreIsBetter =
  'auc auroc auc_pr accuracy acc f1 f1_score score r2 map mrr iou dice bleu rouge nmi silhouette precision recall rate reduction'.split(
    ' ',
  );
const noMetrics =
  'duration seconds seconds_left time progress epoch step rows size lr learning_rate support memory negatives positives terms'.split(' ');

/** The parts of the data, the most telling first; in the middle those of which the path says nothing. */
const splits: Record<string, number> = {
  test: 0,
  testing: 0,
  holdout: 0,
  validation: 1,
  valid: 1,
  val: 1,
  dev: 1,
  train: 3,
  training: 3,
};
const noSplit = 2;

interface Metric {
  name: string;
  split: number;
}

/** `train/loss`, `loss/train`, `folds/0/val/loss` and `val_loss` are the loss of some part of the data. */
export function metricOf(path: string): Metric {
  const parts = path.toLowerCase().replaceAll('-', '_').split('/');
  const name = parts.pop() ?? '';
  const part = parts.find((one) => Object.hasOwn(splits, one));
  if (part) return { name, split: splits[part] };
  if (Object.hasOwn(splits, name) && parts.length > 0) return { name: parts[parts.length - 1], split: splits[name] };
  const cut = name.indexOf('_');
  const prefix = name.slice(0, cut);
  return cut > 0 && Object.hasOwn(splits, prefix) ? { name: name.slice(cut + 1), split: splits[prefix] } : { name, split: noSplit };
}

/** Whether more of a metric is better; undefined when its name does not tell. */
export function isMoreBetter(path: string): boolean | undefined {
  const { name } = metricOf(path);
  if (endsWith(name, lessIsBetter)) return false;
  return endsWith(name, moreIsBetter) || /^n?dcg/.test(name) ? true : undefined;
}

/** The numbers by which an object is judged, found by what their paths are called, the most telling first. */
export function mainMetrics(fields: readonly Field[]): Field[] {
  return fields
    .filter(isMetric)
    .map((field) => ({ field, metric: metricOf(field.path), depth: field.path.split('/').length }))
    .sort((a, b) => a.metric.split - b.metric.split || a.depth - b.depth || rank(a.metric.name) - rank(b.metric.name))
    .map(({ field }) => field);
}

function isMetric(field: Field): boolean {
  if (leftOut.has(field.path.split('/')[0])) return false;
  const { name } = metricOf(field.path);
  if (endsWith(name, noMetrics)) return false;
  if (field.type === 'int') return rank(name) < telling.length;
  return field.type === 'float' || (field.type === 'floatSeries' && numberOf(field) !== undefined);
}

function rank(name: string): number {
  const at = telling.indexOf(name);
  return at < 0 ? telling.length : at;
}

function endsWith(name: string, words: readonly string[]): boolean {
  return words.some((word) => name === word || name.endsWith(`_${word}`));
}

const parameterSpaces = ['params', 'parameters', 'hyperparameters', 'hparams', 'config', 'args'];
const longestValue = 60;

/** The parameters that somebody chose: without those of which a set `…/defaults` says that they have their default, and without long ones. */
export function mainParameters(fields: readonly Field[]): Field[] {
  const inParameters = fields.filter((field) => parameterSpaces.includes(field.path.split('/')[0].toLowerCase()));
  const defaults = new Set(inParameters.filter(isListOfDefaults).flatMap(defaultsOf));
  const chosen = inParameters.filter(
    (field) =>
      ['int', 'float', 'bool', 'string', 'datetime'].includes(field.type) &&
      !defaults.has(field.path) &&
      String(field.value ?? '').length <= longestValue,
  );
  const depth = (field: Field) => field.path.split('/').length;
  const least = Math.min(...chosen.map(depth));
  return chosen.filter((field) => depth(field) <= least + 1).sort((a, b) => depth(a) - depth(b));
}

function isListOfDefaults(field: Field): boolean {
  return field.type === 'stringSet' && nameOf(field.path) === 'defaults';
}

function defaultsOf(list: Field): string[] {
  const space = list.path.slice(0, -'defaults'.length);
  return Array.isArray(list.value) ? list.value.map((name) => space + name) : [];
}

/** The path of a parameter below the namespace of parameters. */
export function parameterName(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

export interface Delta {
  value: number;
  /** Of the reference; undefined where that is 0 or not finite. */
  percent?: number;
  /** Undefined where the name of the metric does not tell, or nothing differs. */
  better?: boolean;
}

/** How a number differs from that of a reference; undefined where one of them is missing or not a number. */
export function deltaOf(path: string, value: number | undefined, reference: number | undefined): Delta | undefined {
  if (value === undefined || reference === undefined || Number.isNaN(value) || Number.isNaN(reference)) return undefined;
  const difference = value === reference ? 0 : value - reference;
  if (Number.isNaN(difference)) return undefined;
  const more = isMoreBetter(path);
  return {
    value: difference,
    percent: reference !== 0 && Number.isFinite(reference) && Number.isFinite(value) ? (difference / Math.abs(reference)) * 100 : undefined,
    better: difference === 0 || more === undefined ? undefined : difference > 0 === more,
  };
}
