import { useSearchParams } from 'react-router';
import type { Field } from '../../api/types';
import { plural } from '../../ui/format';
import { Empty } from '../../ui/states';
import type { TabProps } from '../ObjectPage';
import { isLog } from '../object';
import { LogView } from './LogView';

/** What a program printed, and whatever else it logged as texts. */
export default function LogsTab({ project, row }: TabProps) {
  const [params, setParams] = useSearchParams();
  const logs = row.fields.filter(isLog).sort((a, b) => rank(a) - rank(b));
  const chosen = logs.find((field) => field.path === params.get('field')) ?? logs[0];
  if (!chosen)
    return (
      <Empty title="No logs yet">
        <p>What the program prints is recorded by itself (not in notebooks). Other texts by step are logged so:</p>
        <pre>{`run["samples"].Append("The model says: …");`}</pre>
      </Empty>
    );
  return (
    <div className="logs-tab">
      <label className="row">
        <span>Log</span>
        <select className="input" value={chosen.path} onChange={(event) => setParams({ field: event.target.value })}>
          {logs.map((field) => (
            <option key={field.path} value={field.path}>
              {field.path} ({plural(field.count ?? 0, 'point')})
            </option>
          ))}
        </select>
      </label>
      <LogView key={chosen.path} project={project} row={row} field={chosen} />
    </div>
  );
}

/** Those with something in them first: what was printed, errors, the rest. */
function rank(field: Field): number {
  const kind = /\/stdout$/.test(field.path) ? 0 : /\/stderr$/.test(field.path) ? 1 : 2;
  return (field.count ? 0 : 10) + kind;
}
