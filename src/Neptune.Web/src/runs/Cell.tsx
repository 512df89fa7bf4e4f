import type { Row } from '../api/types';
import { fieldOf, numberOf, shownText } from '../ui/fields';
import { LongText } from '../ui/LongText';
import { StateDot } from '../ui/StateDot';
import type { Column } from './columns';

/** What a cell shows of a field; the exact value is what is copied. */
export function CellContent({ row, column }: { row: Row; column: Column }) {
  const field = fieldOf(row, column.path);
  if (!field) return null;
  if (field.type === 'runState') return <StateDot state={String(field.value)} />;
  if (field.type === 'stringSet')
    return (
      <span className="tags">
        {(Array.isArray(field.value) ? field.value : []).map((tag) => (
          <span key={tag} className="chip">
            {tag}
          </span>
        ))}
      </span>
    );
  const text = shownText(field, column.aggregate);
  if (numberOf(field, column.aggregate) !== undefined) return <span className="cut">{text}</span>;
  return field.cut ? (
    <span className="cut" title="Only the beginning: the run's own page has the whole text">{`${text}…`}</span>
  ) : (
    <LongText text={text} />
  );
}

export function isNumeric(row: Row, column: Column): boolean {
  return numberOf(fieldOf(row, column.path), column.aggregate) !== undefined;
}
