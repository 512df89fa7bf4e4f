import { deltaOf } from '../run/overview/metrics';
import { formatNumber } from '../ui/format';

interface Props {
  path: string;
  value?: number;
  reference?: number;
}

/** How a number differs from that of the version in production; colour says better or worse, where the name of the metric tells. */
export function DeltaText({ path, value, reference }: Props) {
  const delta = deltaOf(path, value, reference);
  if (!delta) return null;
  const look = delta.better === undefined ? 'muted' : delta.better ? 'good-text' : 'bad-text';
  const sign = delta.value > 0 ? '+' : '';
  return (
    <span className={look} title={delta.percent === undefined ? undefined : `${sign}${formatNumber(delta.percent, 3)} %`}>
      {delta.value === 0 ? '±0' : `${sign}${formatNumber(delta.value, 3)}`}
      {delta.better !== undefined && <span className="hidden-text">{delta.better ? ' (better)' : ' (worse)'}</span>}
    </span>
  );
}
