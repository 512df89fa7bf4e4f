import { useQuery } from '@tanstack/react-query';
import type { Row, Stage } from '../api/types';
import { Moment } from '../run/overview/Moment';
import { fieldOf } from '../ui/fields';
import { Icon } from '../ui/Icon';
import { ErrorBox } from '../ui/states';
import { StageChip } from './StageChip';
import { type StageChange, stageHistoryQuery } from './stageHistory';

/** Who moved a version from which stage to which, when and why. */
export function StageHistory({ project, version }: { project: string; version: Row }) {
  const recorded = fieldOf(version, 'sys/stage_history') !== undefined;
  const { data: changes = [], error } = useQuery({ ...stageHistoryQuery(project, version.id), enabled: recorded });
  return (
    <section aria-label="Stage history">
      <h2>Stage history</h2>
      {error && <ErrorBox error={error} />}
      {!recorded && <p className="muted">The stage was not changed yet.</p>}
      <ol className="stage-history">
        {changes.map((change) => (
          <li key={change.time}>
            <Change change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ change }: { change: StageChange }) {
  return (
    <>
      <span className="stage-change">
        <Name stage={change.from} />
        <Icon name="right" />
        <span className="hidden-text">to</span>
        <Name stage={change.to} />
      </span>
      <span className="muted">
        {change.by}, <Moment time={change.time} />
      </span>
      {change.comment && <p className="stage-comment">{change.comment}</p>}
    </>
  );
}

function Name({ stage }: { stage: string }) {
  return stage === 'none' || stage === '' ? <span>no stage</span> : <StageChip stage={stage as Stage} />;
}
