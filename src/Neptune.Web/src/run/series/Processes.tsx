import { Link } from 'react-router';
import { exactText } from '../../ui/fields';
import { LongText } from '../../ui/LongText';
import { fieldLink } from '../../ui/links';
import type { TabProps } from '../ObjectPage';
import { processesOf } from './processes';

/** The machines and processes behind a run. */
export function Processes({ project, row }: TabProps) {
  const processes = processesOf(row.fields);
  return (
    <div className="processes">
      {processes.map(({ path, facts }) => (
        <details key={path}>
          <summary>{path}</summary>
          <dl className="facts small">
            {facts.map(({ label, field }) => (
              <div key={field.path}>
                <dt>
                  <Link to={fieldLink(project, row, field.path)}>{label}</Link>
                </dt>
                <dd>
                  <LongText text={exactText(field)} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
