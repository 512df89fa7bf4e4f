import type { Row } from '../api/types';
export function ChartsPanel({ runs }: { project: string; runs: readonly Row[]; loading: boolean }) {
  return <p>{runs.length}</p>;
}
