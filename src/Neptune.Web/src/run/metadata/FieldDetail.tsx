import type { ReactNode } from 'react';
import type { Field } from '../../api/types';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { Icon } from '../../ui/Icon';
import { FileField } from '../files/FileField';
import { LogView } from '../logs/LogView';
import type { TabProps } from '../ObjectPage';
import { SeriesView } from '../series/SeriesView';
import { GitView } from '../source/GitView';
import { csharpLine, pythonLine } from './code';
import { ScalarView } from './ScalarView';

interface Props extends TabProps {
  field: Field;
  onClose: () => void;
}

export const typeNames: Record<Field['type'], string> = {
  int: 'Whole number',
  float: 'Number',
  bool: 'True or false',
  string: 'Text',
  datetime: 'Time',
  file: 'File',
  fileSet: 'File set',
  floatSeries: 'Float series',
  stringSeries: 'String series',
  fileSeries: 'File series',
  stringSet: 'String set',
  artifact: 'Artifact',
  gitRef: 'Git commit',
  runState: 'State',
  notebookRef: 'Notebook',
};

/** All about one field: its value as its type wants it, its path, and the lines that fetch it. */
export function FieldDetail({ project, row, field, onClose }: Props) {
  const python = pythonLine(row.kind, field.path, field.type);
  return (
    <article className="field-detail" aria-label={field.path}>
      <header>
        <Button look="plain" size="icon" className="browser-back" aria-label="Back to the fields" onClick={onClose}>
          <Icon name="left" />
        </Button>
        <h2 className="path">{field.path}</h2>
        <CopyButton text={field.path} label="Copy the path" />
        <span className="chip">{typeNames[field.type]}</span>
      </header>
      <div className="field-value">{detailOf({ project, row }, field)}</div>
      <div className="code-lines">
        <CodeLine language="C#" line={csharpLine(row.kind, field.path, field.type)} />
        {python && <CodeLine language="Python" line={python} />}
      </div>
    </article>
  );
}

function detailOf(props: TabProps, field: Field): ReactNode {
  switch (field.type) {
    case 'floatSeries':
      return <SeriesView {...props} field={field} />;
    case 'stringSeries':
      return <LogView {...props} field={field} />;
    case 'file':
    case 'fileSet':
    case 'fileSeries':
    case 'artifact':
      return <FileField {...props} field={field} />;
    case 'gitRef':
      return <GitView {...props} path={field.path} />;
    default:
      return <ScalarView field={field} />;
  }
}

export function CodeLine({ language, line }: { language: string; line: string }) {
  return (
    <div className="code-line">
      <span className="muted">{language}</span>
      <pre>
        <code>{line}</code>
      </pre>
      <CopyButton text={line} label={`Copy the line of ${language}`} />
    </div>
  );
}
