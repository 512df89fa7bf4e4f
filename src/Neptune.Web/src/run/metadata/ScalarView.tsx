import type { Field } from '../../api/types';
import { CopyButton } from '../../ui/CopyButton';
import { exactText, shownText } from '../../ui/fields';
import { formatTime } from '../../ui/format';
import { StateDot } from '../../ui/StateDot';
import { TextView } from '../files/TextView';

/** Longer texts are in the page only as far as they are in sight. */
const longText = 20_000;

/** A single value: in full, exactly, to be copied. */
export function ScalarView({ field }: { field: Field }) {
  const exact = exactText(field);
  switch (field.type) {
    case 'int':
    case 'float': {
      const shown = shownText(field);
      return (
        <div>
          <Value text={exact} big />
          {shown !== exact && Number.isFinite(Number(exact)) && <p className="muted">about {shown}</p>}
        </div>
      );
    }
    case 'datetime':
      return (
        <dl className="facts">
          <div>
            <dt>Here</dt>
            <dd>
              {formatTime(exact)} <span className="muted">{Intl.DateTimeFormat().resolvedOptions().timeZone}</span>
            </dd>
          </div>
          <div>
            <dt>UTC</dt>
            <dd>
              <Value text={exact} />
            </dd>
          </div>
        </dl>
      );
    case 'runState':
      return <StateDot state={exact} />;
    case 'stringSet':
      return <Members members={Array.isArray(field.value) ? field.value : []} />;
    case 'string':
      return exact === '' ? (
        <p className="muted">An empty text</p>
      ) : (
        <div className="whole-text">
          <CopyButton text={exact} label="Copy the text" />
          {exact.length <= longText ? <pre>{exact}</pre> : <TextView text={exact} />}
          <p className="muted">{exact.length.toLocaleString('en')} characters</p>
        </div>
      );
    default:
      return <Value text={exact} big />;
  }
}

function Value({ text, big }: { text: string; big?: boolean }) {
  return (
    <span className="row">
      <span className={big ? 'big-value' : ''}>{text}</span>
      <CopyButton text={text} label="Copy the value" />
    </span>
  );
}

function Members({ members }: { members: readonly string[] }) {
  if (members.length === 0) return <p className="muted">An empty set</p>;
  return (
    <>
      <ul className="members">
        {members.map((member) => (
          <li key={member} className="chip">
            <span>{member}</span>
          </li>
        ))}
      </ul>
      <p className="row muted">
        {members.length.toLocaleString('en')} in all
        <CopyButton text={members.join('\n')} label="Copy the members, one a line" />
      </p>
    </>
  );
}
