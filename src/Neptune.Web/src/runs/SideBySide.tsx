import type { Row } from '../api/types';
import type { UrlUpdate } from '../ui/urlState';
import type { RunsState } from './runsState';
export function SideBySide({
  runs,
}: {
  runs: readonly Row[];
  loading: boolean;
  state: RunsState;
  link: (id: string) => string;
  onChange: UrlUpdate<RunsState>;
}) {
  return <p>{runs.length}</p>;
}
