namespace Neptune.ML.Models;

/// <summary>Finds the version of a model that a stage stands for.</summary>
internal static class StagedVersion
{
    /// <summary>The id of the newest version in a stage.</summary>
    /// <exception cref="NeptuneNotFoundException">The project has no such model, or none of its versions is in the stage.</exception>
    public static string Require(Project project, string key, ModelStage stage)
    {
        var id = $"{project[SysFields.Id].Fetch<string>()}-{Keys.Require(key)}";
        using var model = Model.Init(new() { WithId = id, Beside = project, Mode = ConnectionMode.ReadOnly });
        var newest = model.FetchModelVersionsTable(new()
        {
            Nql = $"`{SysFields.Stage}`:string = \"{stage.ToString().ToLowerInvariant()}\"",
            Columns = [],
            SortBy = SysFields.CreationTime,
            Limit = 1,
        });
        return newest.FirstOrDefault()?.Id
            ?? throw new NeptuneNotFoundException($"No version of {id} is in the stage {stage}. Move one there with version.ChangeStage(ModelStage.{stage}).");
    }
}
