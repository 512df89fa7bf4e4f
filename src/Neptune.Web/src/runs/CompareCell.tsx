import type { Field } from '../api/types';
import { exactText, numberOf, shownText } from '../ui/fields';
import { LongText } from '../ui/LongText';
import { StateDot } from '../ui/StateDot';
import { delta, identity, shortened, textParts } from './diff';

/** A value beside others; with a reference, what is different from that one. */
export function CompareCell({ field, reference }: { field: Field | undefined; reference?: Field }) {
  if (!field) return <span className="muted">–</span>;
  const distance = delta(reference, field);
  const text = shownText(field);
  if (distance)
    return (
      <span className="compare-number" title={exactText(field)}>
        {text}
        <span className="compare-delta">
          {distance.difference}
          {distance.percent && ` (${distance.percent})`}
        </span>
      </span>
    );
  if (field.type === 'runState') return <StateDot state={String(field.value)} />;
  if (reference && reference.type === field.type && numberOf(field) === undefined && identity(reference) !== identity(field))
    return <TextDifference reference={shownText(reference)} text={text} />;
  return <LongText text={text} end={16} />;
}

function TextDifference({ reference, text }: { reference: string; text: string }) {
  const { before, different, after } = textParts(reference, text);
  return (
    <span className="compare-text" title={text.length <= 2_000 ? text : `${text.slice(0, 1_000)} … ${text.slice(-900)}`}>
      {shortened(before, 12)}
      <mark>{shortened(different, 24) || ' '}</mark>
      {shortened(after, 14)}
    </span>
  );
}
