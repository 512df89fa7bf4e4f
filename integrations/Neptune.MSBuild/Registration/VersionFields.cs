using Neptune.MSBuild.Facts;
using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Registration;

/// <summary>The fields of a version that a build registers, apart from its file.</summary>
internal static class VersionFields
{
    public const string RunPath = "run/id";

    /// <param name="model">The item.</param>
    /// <param name="sha256">The hash of its file.</param>
    /// <param name="withFile">Whether the file is registered along with them.</param>
    /// <param name="facts">What the build says about itself.</param>
    /// <param name="commit">The commit that is checked out.</param>
    /// <exception cref="BuildProblemException">The metrics cannot be read, or not be recorded.</exception>
    public static IEnumerable<Operation> Of(ModelItem model, string sha256, bool withFile, BuildFacts facts, GitRefInfo? commit)
    {
        foreach (var (path, value) in MetricsFile.Read(model))
            yield return new AssignOperation(MetricPath(model, path), Scalar(value));
        if (withFile)
        {
            yield return Text("model/name", Path.GetFileName(model.File));
            yield return Text(RegisteredVersions.HashPath, sha256);
            yield return new AssignOperation("model/size", ScalarValue.Int(new FileInfo(model.File).Length));
        }
        foreach (var (name, value) in facts.Fields)
            yield return Text($"{BuildFacts.Namespace}/{name}", value);
        if (commit is not null)
            yield return GitFacts.Assign(commit);
        foreach (var (path, value) in new[] { (SysFields.Name, model.Name), (SysFields.Description, model.Description), (RunPath, model.Run) })
        {
            if (value is not null)
                yield return Text(path, value);
        }
        if (model.Tags is { Length: > 0 } tags)
            yield return new AddStringsOperation(SysFields.Tags, tags);
        yield return new AssignOperation(BuildFacts.TimePath, ScalarValue.Datetime(DateTimeOffset.UtcNow));
    }

    public static Operation Text(string path, string value) => new AssignOperation(path, ScalarValue.String(value));

    public static Operation Stage(ModelStage stage) => Text(SysFields.Stage, stage.ToString().ToLowerInvariant());

    private static string MetricPath(ModelItem model, string path)
    {
        try
        {
            var canonical = FieldPath.Normalize(path);
            SysFields.RequireWritable(canonical, ObjectKind.ModelVersion);
            return canonical;
        }
        catch (NeptuneException e)
        {
            throw model.Source.Problem(Codes.BadMetrics, $"\"{path}\" of {model.MetricsFile} cannot be a metric of {model.Key}: {e.Message}", e);
        }
    }

    private static ScalarValue Scalar(object value) => value switch
    {
        long whole => ScalarValue.Int(whole),
        double real => ScalarValue.Float(real),
        bool flag => ScalarValue.Bool(flag),
        _ => ScalarValue.String((string)value),
    };
}
