import { postForBytes, projectPath } from '../api/client';
import { decodeColumns, type SeriesColumns } from '../api/columns';
import { Problem } from '../api/problem';

/** Buckets of one series, of all its steps or of those from `from` to `to`. */
export interface SeriesAsk {
  project: string;
  id: string;
  path: string;
  buckets: number;
  steps?: readonly [number, number];
}

interface Waiting {
  ask: SeriesAsk;
  resolve: (series: SeriesColumns) => void;
  reject: (error: unknown) => void;
}

/** More series in one request than this make the first chart wait for the last. */
const mostInOne = 500;
const groups = new Map<string, Waiting[]>();

/** Fetches a series together with all others that are asked for at the same moment: one request for many charts. */
export function loadSeries(ask: SeriesAsk): Promise<SeriesColumns> {
  return new Promise((resolve, reject) => {
    const key = JSON.stringify([ask.project, ask.buckets, ask.steps]);
    const group = groups.get(key);
    if (group) group.push({ ask, resolve, reject });
    else {
      groups.set(key, [{ ask, resolve, reject }]);
      setTimeout(() => {
        const all = groups.get(key) ?? [];
        groups.delete(key);
        for (let at = 0; at < all.length; at += mostInOne) void send(all.slice(at, at + mostInOne));
      });
    }
  });
}

async function send(group: readonly Waiting[]): Promise<void> {
  const { project, buckets, steps } = group[0].ask;
  try {
    const series = group.map(({ ask }) => ({ id: ask.id, path: ask.path }));
    const bytes = await postForBytes(projectPath(project, 'series'), { series, buckets, fromStep: steps?.[0], toStep: steps?.[1] });
    const answers = decodeColumns(bytes);
    group.forEach(({ ask, resolve, reject }, i) => {
      const answer = answers[i];
      if (!answer || answer.id !== ask.id || answer.path !== ask.path)
        reject(new Error(`The answer has no series ${ask.path} of ${ask.id}.`));
      else if (answer.error) reject(new Problem(404, `${ask.path} of ${ask.id} has nothing to draw.`, answer.error));
      else resolve(answer);
    });
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
