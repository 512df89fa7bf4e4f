import type { Stage } from '../api/types';

/** The stage of a version; none is shown for one that has none. */
export function StageChip({ stage }: { stage: Stage }) {
  return stage === 'none' ? null : (
    <span className="chip stage" data-stage={stage}>
      {stage}
    </span>
  );
}
