import type { Row } from '../api/types';
import { csharpLine, literal } from '../run/metadata/code';
import { textOf } from '../run/object';
import { fieldOf } from '../ui/fields';
import { modelKey, stageName, stageOf, versionNumber } from './registry';

export interface Usage {
  title: string;
  language: string;
  text: string;
}

/** The lines by which programs and builds use a version, or the newest of a model in production. */
export function usagesOf(project: string, row: Row): Usage[] {
  return row.kind === 'model' ? modelUsages(project, row.id) : versionUsages(project, row);
}

function modelUsages(project: string, id: string): Usage[] {
  const key = modelKey(id);
  return [
    {
      title: 'Load what is in production, with Neptune.ML',
      language: 'C#',
      text: `using var project = Project.Init(new() { Project = ${literal(project)}, Mode = ConnectionMode.ReadOnly });
var model = project.LoadModel(${literal(key)}, ModelStage.Production);`,
    },
    {
      title: 'Ship what is in production, with Neptune.MSBuild',
      language: 'MSBuild',
      text: `<NeptuneModelReference Include="${key}" Stage="Production" Project="${xml(project)}" />`,
    },
    {
      title: 'Register the next version in a build, with Neptune.MSBuild',
      language: 'MSBuild',
      text: `<NeptuneModel Include="models/model.zip" Key="${key}" Project="${xml(project)}" />`,
    },
  ];
}

function versionUsages(project: string, row: Row): Usage[] {
  const key = modelKey(row.modelId ?? row.id.slice(0, row.id.lastIndexOf('-')));
  const open = `using var version = ModelVersion.Init(new() { WithId = ${literal(row.id)}, Project = ${literal(project)}, Mode = ConnectionMode.ReadOnly });`;
  const file = modelFileOf(row);
  const usages: Usage[] = [];
  if (fieldOf(row, 'model/file')?.extension === 'zip' && textOf(row, 'model/mlnet_version') !== '')
    usages.push({ title: 'Load this version, with Neptune.ML', language: 'C#', text: `${open}\nvar model = version.LoadModel();` });
  if (file !== undefined)
    usages.push({ title: 'Download its file', language: 'C#', text: `${open}\n${csharpLine('modelVersion', file, 'file')};` });
  if (fieldOf(row, 'model/file')) {
    const stage = stageOf(row);
    usages.push({
      title: 'Ship this version, with Neptune.MSBuild',
      language: 'MSBuild',
      text: `<NeptuneModelReference Include="${key}" Version="${versionNumber(row.id)}" Project="${xml(project)}" />`,
    });
    if (stage !== 'none')
      usages.push({
        title: `Ship the newest version in ${stage}`,
        language: 'MSBuild',
        text: `<NeptuneModelReference Include="${key}" Stage="${stageName(stage)}" Project="${xml(project)}" />`,
      });
  }
  return usages;
}

/** The path of the file that is the model: where our integrations put it, else the largest file of the version. */
export function modelFileOf(row: Row): string | undefined {
  if (fieldOf(row, 'model/file')?.type === 'file') return 'model/file';
  const files = row.fields.filter((field) => field.type === 'file');
  return files.sort((a, b) => (b.size ?? 0) - (a.size ?? 0))[0]?.path;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
