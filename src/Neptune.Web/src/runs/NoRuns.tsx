import { Button } from '../ui/Button';
import { Empty } from '../ui/states';

/** A table of nothing says why, and what to do. */
export function NoRuns({ project, query, onClear }: { project: string; query: string; onClear: () => void }) {
  if (query !== '')
    return (
      <Empty title="No run matches the query">
        <p>
          <code>{query}</code>
        </p>
        <p>
          <Button onClick={onClear}>Clear the query</Button>
        </p>
      </Empty>
    );
  return (
    <Empty title="No run in this project yet">
      <p>The first one shows here by itself, and moves while it trains:</p>
      <pre>{`using var run = Run.Init(project: "${project}");
run["params/lr"] = 0.01;
for (var step = 0; step < 100; step++)
    run["train/loss"].Append(1.0 / (step + 1));`}</pre>
    </Empty>
  );
}
