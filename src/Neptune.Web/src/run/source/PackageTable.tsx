import { useState } from 'react';
import type { Field } from '../../api/types';
import { CopyButton } from '../../ui/CopyButton';
import { plural } from '../../ui/format';
import { ErrorBox, Loading } from '../../ui/states';
import { useFileStart } from '../files/useFileStart';
import type { TabProps } from '../ObjectPage';
import { parsePackages } from './packages';

const mostBytes = 1_000_000;

/** The packages of the program, to be searched. */
export function PackageTable({ project, row, field }: TabProps & { field: Field }) {
  const [search, setSearch] = useState('');
  const { data, error, refetch } = useFileStart({ project, id: row.id, path: field.path, hash: field.sha256 }, mostBytes);
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the packages" />;

  const packages = parsePackages(data.text ?? '').filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return (
    <div className="packages">
      <div className="row wrap">
        <input
          className="input"
          type="search"
          aria-label="Search the packages"
          placeholder="Search the packages"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="muted">{plural(packages.length, 'package')}</span>
        <CopyButton text={data.text ?? ''} label="Copy the list" />
      </div>
      <table className="field-table">
        <thead>
          <tr>
            <th scope="col">Package</th>
            <th scope="col">Version</th>
          </tr>
        </thead>
        <tbody>
          {packages.map(({ name, version }) => (
            <tr key={`${name} ${version}`}>
              <td>{name}</td>
              <td>
                <code>{version}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
