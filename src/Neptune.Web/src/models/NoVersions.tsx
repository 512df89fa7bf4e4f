import { literal } from '../run/metadata/code';
import { Empty } from '../ui/states';
import { modelKey } from './registry';

export function NoVersions({ project, model }: { project: string; model: string }) {
  return (
    <Empty title={`${model} has no versions yet`}>
      <p>Each training that is worth keeping registers one, with Neptune.ML:</p>
      <pre>{`using var version = trained.RegisterTo(project, key: ${literal(modelKey(model))}, run);`}</pre>
      <p>Or with any other library:</p>
      <pre>{`using var version = ModelVersion.Init(new() { Model = ${literal(model)}, Project = ${literal(project)} });
version["model/file"].Upload("model.onnx");`}</pre>
    </Empty>
  );
}
