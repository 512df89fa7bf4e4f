import { Empty } from '../ui/states';

export function NoModels() {
  return (
    <Empty title="No models yet">
      <p>A model is registered by the program that trains it, with Neptune.ML:</p>
      <pre>{`using var project = Project.Init();
using var version = model.RegisterTo(project, key: "FOREST", run);`}</pre>
      <p>By a program with any other library:</p>
      <pre>{`using var model = Model.Init(new() { Key = "FOREST" });
using var version = ModelVersion.Init(new() { Model = model.Id });
version["model/file"].Upload("model.onnx");`}</pre>
      <p>Or by the build, with Neptune.MSBuild:</p>
      <pre>{`<NeptuneModel Include="models/forest.zip" Key="FOREST" />`}</pre>
    </Empty>
  );
}
