using Microsoft.ML.Data;
using Neptune;

namespace QuickStart;

/// <summary>The model registry: one model, and a version of it for every training.</summary>
internal static class Registry
{
    /// <returns>The id of the new version.</returns>
    public static string AddVersion(string key, Run run, NeptuneFile file, BinaryClassificationMetrics metrics)
    {
        using var model = CreateOrOpen(key);
        using var version = ModelVersion.Init(new() { Model = model.Id });
        version["model"].Upload(file);
        version.Assign("test", metrics);
        version["run/id"] = run.Id;
        return version.Id;
    }

    private static Model CreateOrOpen(string key)
    {
        try
        {
            return Model.Init(new() { Key = key, Name = "Income above 50K" });
        }
        catch (NeptuneModelKeyExistsException existing)
        {
            return Model.Init(new() { WithId = existing.ModelId });
        }
    }
}
