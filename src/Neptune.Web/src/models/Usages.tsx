import { CodeLine } from '../run/metadata/FieldDetail';
import type { TabProps } from '../run/ObjectPage';
import { usagesOf } from './usage';

/** The lines by which programs and builds use a model or a version. */
export function Usages({ project, row }: TabProps) {
  const usages = usagesOf(project, row);
  return (
    <section aria-label="Use it" className="usages">
      <h2>Use it</h2>
      {usages.length === 0 && <p className="muted">The version has no file yet.</p>}
      {usages.map(({ title, language, text }) => (
        <div key={title}>
          <p>{title}</p>
          <CodeLine language={language} line={text} />
        </div>
      ))}
    </section>
  );
}
