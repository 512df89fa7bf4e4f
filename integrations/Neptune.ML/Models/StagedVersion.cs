namespace Neptune.ML.Models;

/// <summary>Finds the version of a model that a stage stands for.</summary>
internal static class StagedVersion
{
    public static string ModelId(Project project, string key) => $"{project[SysFields.Id].Fetch<string>()}-{Keys.Require(key)}";

    /// <summary>The id of the newest version in a stage; <see langword="null"/> when none is.</summary>
    /// <exception cref="NeptuneNotFoundException">The project has no such model.</exception>
    public static string? Find(Project project, string key, ModelStage stage)
    {
        using var model = Model.Init(project.Beside(new ModelOptions { WithId = ModelId(project, key) }, ConnectionMode.ReadOnly));
        return Newest(model, stage);
    }

    /// <summary>The id of the newest version in a stage; <see langword="null"/> when none is.</summary>
    public static string? Newest(Model model, ModelStage stage) => model.FetchModelVersionsTable(new()
    {
        Nql = $"`{SysFields.Stage}`:string = \"{stage.ToString().ToLowerInvariant()}\"",
        Columns = [],
        SortBy = SysFields.CreationTime,
        Limit = 1,
    }).FirstOrDefault()?.Id;
}
