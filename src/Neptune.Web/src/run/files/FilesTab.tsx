import { useMemo } from 'react';
import { Empty } from '../../ui/states';
import { FieldBrowser } from '../metadata/MetadataTab';
import type { TabProps } from '../ObjectPage';
import { hasFiles } from '../object';

/** All files of an object by their paths, with a preview. */
export default function FilesTab({ project, row }: TabProps) {
  const fields = useMemo(() => row.fields.filter(hasFiles), [row.fields]);
  if (fields.length === 0)
    return (
      <Empty title="No files yet">
        <p>Whatever a program uploads, logs as a file series or tracks shows here:</p>
        <pre>{`run["model/file"].Upload("model.zip");
run["predictions"].Append(NeptuneFile.FromPath("epoch.png"));
run["data"].UploadFiles("data/**/*.csv");`}</pre>
      </Empty>
    );
  return <FieldBrowser project={project} row={row} fields={fields} label="Files" hint="Choose a file to look at it." />;
}
