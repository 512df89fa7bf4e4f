import './source.css';
import { useSearchParams } from 'react-router';
import type { Field } from '../../api/types';
import { Empty } from '../../ui/states';
import { FileField } from '../files/FileField';
import { ScalarView } from '../metadata/ScalarView';
import type { TabProps } from '../ObjectPage';
import { isWithin } from '../object';
import { GitView } from './GitView';
import { PackageTable } from './PackageTable';
import { PatchView } from './PatchView';

/** The code behind an object: commit, uncommitted changes, files, packages. */
export default function SourceTab({ project, row }: TabProps) {
  const [params, setParams] = useSearchParams();
  const fields = row.fields.filter((field) => isWithin(field.path, 'source_code'));
  if (fields.length === 0)
    return (
      <Empty title="No source code">
        <p>
          New runs record the commit, uncommitted changes, the program's files and packages by themselves. This one was told not to, or its
          program was not built where its sources are.
        </p>
      </Empty>
    );

  const parts = fields.map((field) => ({ field, label: labelOf(field.path) })).sort((a, b) => rank(a.field) - rank(b.field));
  const chosen = parts.find(({ field }) => field.path === params.get('part')) ?? parts[0];
  return (
    <div className="source-tab">
      <nav className="source-parts" aria-label="Parts of the source">
        {parts.map(({ field, label }) => (
          <button
            key={field.path}
            type="button"
            className="source-part"
            aria-current={field === chosen.field ? 'true' : undefined}
            onClick={() => setParams({ part: field.path })}
          >
            {label}
          </button>
        ))}
      </nav>
      <section className="source-body" aria-label={chosen.label}>
        <Part key={chosen.field.path} project={project} row={row} field={chosen.field} />
      </section>
    </div>
  );
}

function Part({ project, row, field }: TabProps & { field: Field }) {
  const props = { project, row };
  if (field.type === 'gitRef') return <GitView {...props} path={field.path} />;
  if (field.type === 'file' && isPatch(field)) return <PatchView {...props} field={field} />;
  if (field.path === 'source_code/requirements' && field.type === 'file') return <PackageTable {...props} field={field} />;
  if (['file', 'fileSet', 'fileSeries', 'artifact'].includes(field.type)) return <FileField {...props} field={field} />;
  return <ScalarView field={field} />;
}

const names: Record<string, string> = {
  git: 'Commit',
  diff: 'Uncommitted changes',
  untracked: 'Untracked files',
  files: 'Files',
  entrypoint: 'Entry point',
  requirements: 'Packages',
};

function labelOf(path: string): string {
  const rest = path.slice('source_code/'.length);
  if (rest.startsWith('upstream_diff_')) return `Changes since ${rest.slice('upstream_diff_'.length, 'upstream_diff_'.length + 10)}`;
  return Object.hasOwn(names, rest) ? names[rest] : rest;
}

function rank(field: Field): number {
  const at = Object.keys(names).indexOf(field.path.slice('source_code/'.length));
  return at < 0 ? 10 : at;
}

function isPatch(field: Field): boolean {
  return /(^|\/)(diff|upstream_diff_[0-9a-f]+)$/.test(field.path) || field.extension === 'patch' || field.extension === 'diff';
}
