import type { TabProps } from '../run/ObjectPage';
import { isWithin } from '../run/object';
import { Facts } from '../run/overview/Facts';
import { FieldTable } from '../run/overview/FieldTable';

const mostRows = 40;

/** What all runs and models of a project share. */
export function ProjectOverview({ project, row }: TabProps) {
  const fields = row.fields.filter((field) => !isWithin(field.path, 'sys'));
  return (
    <div className="overview">
      <Facts project={project} row={row} />
      <FieldTable
        title="Metadata"
        project={project}
        row={row}
        fields={fields.slice(0, mostRows)}
        more={fields.length - mostRows}
        empty={
          <>
            <p>What all runs and models share is kept with the project, such as the data that they are trained on:</p>
            <pre>{`using var project = Project.Init();
project["data/version"] = "2026-11";
project["data/train"].TrackFiles("data/train.csv");`}</pre>
          </>
        }
      />
    </div>
  );
}
