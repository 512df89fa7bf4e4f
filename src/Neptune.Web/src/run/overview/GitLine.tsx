import { Link } from 'react-router';
import type { Row } from '../../api/types';
import { CopyButton } from '../../ui/CopyButton';
import { objectLink } from '../../ui/links';
import { useGit } from '../source/useGit';

export function GitLine({ project, row, path }: { project: string; row: Row; path: string }) {
  const { data: git } = useGit(project, row, path);
  if (!git) return null;
  return (
    <span className="git-line">
      <Link to={objectLink(project, row, 'source')}>
        <code>{git.commitId.slice(0, 10)}</code>
      </Link>
      <CopyButton text={git.commitId} label="Copy the commit" />
      {git.currentBranch && (
        <span>
          on <code>{git.currentBranch}</code>
        </span>
      )}
      <span className="cut" title={git.message}>
        {git.message.trim().split('\n')[0]}
      </span>
      {git.dirty && <span className="chip">with changes</span>}
    </span>
  );
}
