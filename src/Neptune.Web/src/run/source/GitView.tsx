import { CopyButton } from '../../ui/CopyButton';
import { ErrorBox, Loading } from '../../ui/states';
import type { TabProps } from '../ObjectPage';
import { Moment } from '../overview/Moment';
import { useGit } from './useGit';

/** The commit behind an object. Its texts are of the user: nothing of them is a link. */
export function GitView({ project, row, path }: TabProps & { path: string }) {
  const { data: git, error, refetch } = useGit(project, row, path);
  if (!git) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading what="Reading the commit" />;
  return (
    <dl className="facts">
      <div>
        <dt>Commit</dt>
        <dd className="row">
          <code className="anywhere">{git.commitId}</code>
          <CopyButton text={git.commitId} label="Copy the commit" />
          {git.dirty && <span className="chip">with changes that no commit has</span>}
        </dd>
      </div>
      <div>
        <dt>Message</dt>
        <dd className="pre">{git.message.trim()}</dd>
      </div>
      <div>
        <dt>Author</dt>
        <dd>
          {git.authorName} {git.authorEmail && `<${git.authorEmail}>`}
        </dd>
      </div>
      <div>
        <dt>Date</dt>
        <dd>
          <Moment time={git.commitDate} />
        </dd>
      </div>
      <div>
        <dt>Branch</dt>
        <dd>{git.currentBranch ? <code>{git.currentBranch}</code> : <span className="muted">none: the head was detached</span>}</dd>
      </div>
      <div>
        <dt>Remotes</dt>
        <dd>
          {git.remotes.length === 0 && <span className="muted">none</span>}
          {git.remotes.map((remote) => (
            <div key={remote} className="row">
              <code className="anywhere">{remote}</code>
              <CopyButton text={remote} label={`Copy ${remote}`} />
            </div>
          ))}
        </dd>
      </div>
    </dl>
  );
}
