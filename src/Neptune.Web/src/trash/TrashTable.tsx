import { Link } from 'react-router';
import type { ObjectKind, Row } from '../api/types';
import { textOf } from '../run/object';
import { Moment } from '../run/overview/Moment';
import { fieldOf, shownText } from '../ui/fields';
import { objectLink } from '../ui/links';
import { ScrollTable } from '../ui/ScrollTable';

export const kindNames: Record<ObjectKind, string> = { run: 'Run', model: 'Model', modelVersion: 'Model version', project: 'Project' };

interface Props {
  project: string;
  rows: readonly Row[];
  marked: ReadonlySet<string>;
  onMark: (marked: ReadonlySet<string>) => void;
}

/** What is in the trash, with boxes to choose from it. */
export function TrashTable({ project, rows, marked, onMark }: Props) {
  const all = rows.every((row) => marked.has(row.id));
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    onMark(next);
  };

  return (
    <ScrollTable label="In the trash">
      <thead>
        <tr>
          <th scope="col" className="trash-box">
            <input
              type="checkbox"
              aria-label="Choose all"
              checked={all}
              onChange={() => onMark(new Set(all ? [] : rows.map((row) => row.id)))}
            />
          </th>
          <th scope="col">Id</th>
          <th scope="col">Kind</th>
          <th scope="col">Name</th>
          <th scope="col">Created</th>
          <th scope="col" className="number">
            Size of its files
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="trash-box">
              <input type="checkbox" aria-label={`Choose ${row.id}`} checked={marked.has(row.id)} onChange={() => toggle(row.id)} />
            </td>
            <th scope="row">
              <Link to={objectLink(project, row)}>{row.id}</Link>
            </th>
            <td>{kindNames[row.kind]}</td>
            <td>{textOf(row, 'sys/name')}</td>
            <td>
              <Moment time={textOf(row, 'sys/creation_time')} />
            </td>
            <td className="number">{shownText(fieldOf(row, 'sys/size'))}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
