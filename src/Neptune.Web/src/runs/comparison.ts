import type { Field, Row } from '../api/types';
import { fieldOf } from '../ui/fields';
import { differ } from './diff';

/** A field of all runs, in the order of the runs. */
export interface ComparedField {
  path: string;
  fields: readonly (Field | undefined)[];
  different: boolean;
}

const names = new Intl.Collator('en', { numeric: true });
const own = /^(sys|monitoring|source_code)\//;

/** The fields of all runs; what every run records by itself comes after what the user recorded. */
export function compare(runs: readonly Row[]): ComparedField[] {
  const paths = new Set(runs.flatMap((run) => run.fields.map((field) => field.path)));
  return [...paths]
    .sort((a, b) => Number(own.test(a)) - Number(own.test(b)) || names.compare(a, b))
    .map((path) => {
      const fields = runs.map((run) => fieldOf(run, path));
      return { path, fields, different: differ(fields) };
    });
}

/** Each word of the filter must be in the path. */
export function matching(fields: readonly ComparedField[], onlyDifferent: boolean, filter: string): ComparedField[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return fields.filter(({ path, different }) => (different || !onlyDifferent) && words.every((word) => path.toLowerCase().includes(word)));
}
