import './overview.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Field, Row } from '../../api/types';
import { CopyButton } from '../../ui/CopyButton';
import { exactText, numberOf, shownText } from '../../ui/fields';
import { formatNumber } from '../../ui/format';
import { LongText } from '../../ui/LongText';
import { fieldLink, objectLink } from '../../ui/links';
import { PathText } from '../../ui/PathText';
import { isMoreBetter } from './metrics';

interface Props {
  title: string;
  project: string;
  row: Row;
  fields: readonly Field[];
  /** How many are not shown. */
  more: number;
  nameOf?: (path: string) => string;
  /** How to come by some. */
  empty: ReactNode;
}

/** Fields with their values, each a link to all about it. */
export function FieldTable({ title, project, row, fields, more, nameOf = (path) => path, empty }: Props) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {fields.length === 0 ? (
        <div className="muted">{empty}</div>
      ) : (
        <table className="field-table">
          <tbody>
            {fields.map((field) => (
              <tr key={field.path}>
                <th scope="row">
                  <Link to={fieldLink(project, row, field.path)}>
                    <PathText path={nameOf(field.path)} />
                  </Link>
                </th>
                <td className={numberOf(field) === undefined ? '' : 'number'}>
                  <LongText text={shownText(field)} />
                  {best(field)}
                </td>
                <td className="field-table-copy">
                  <CopyButton text={exactText(field)} label={`Copy the value of ${field.path}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <p>
          <Link to={objectLink(project, row, 'fields')}>{`${more.toLocaleString('en')} more`}</Link>
        </p>
      )}
    </section>
  );
}

/** Where a curve was best, if the name of the metric tells what that is. */
function best(field: Field): ReactNode {
  const more = isMoreBetter(field.path);
  if (field.type !== 'floatSeries' || more === undefined) return null;
  const value = numberOf(field, more ? 'max' : 'min');
  return value === undefined || value === numberOf(field) ? null : <span className="field-best muted"> best {formatNumber(value)}</span>;
}
