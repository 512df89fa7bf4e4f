using Neptune.Storage.Objects;

namespace Neptune.Registry;

/// <summary>Finds registered versions and what they hold, without writing anything.</summary>
internal static class RegisteredVersions
{
    /// <summary>The field that holds a version's file.</summary>
    public const string FilePath = ModelContent.Path;

    /// <summary>The field that says which file a build has registered.</summary>
    public const string HashPath = "model/sha256";

    /// <summary>The fields that may hold it: also those of registries that keep nothing else of the file.</summary>
    public static readonly IReadOnlyList<string> FilePaths = [ModelContent.Path, ModelContent.BarePath];

    /// <exception cref="NeptuneNotFoundException">The store has no such project, model or version, or the version has no file.</exception>
    /// <exception cref="NeptuneCorruptDataException">The file is not the one that was registered.</exception>
    public static ResolvedModel Find(StoreSettings store, ModelRequest request)
    {
        using var version = ModelVersion.Init(store.ReadOnly.Fill(new ModelVersionOptions { WithId = IdOf(store, request) }));
        var (path, file) = FileOf(version) ?? throw new NeptuneNotFoundException(
            $"{version.Id} has no file in {ModelContent.Path}. A build that failed may have reserved the version: build that project again, or register the file.");
        if (version.Exists(HashPath) && version[HashPath].Fetch<string>() is var registered && registered != file.Sha256)
            throw new NeptuneCorruptDataException($"{version.Id}: {path} is not the file that was registered: its SHA-256 is {file.Sha256}, and was {registered} ({HashPath}). Find out who replaced it; upload the registered file again, or register a new version.");
        return new(version.Id, version.ProjectName, StageOf(version), file, path);
    }

    /// <summary>The id of the version that is asked for.</summary>
    public static string IdOf(StoreSettings store, ModelRequest request)
    {
        using var project = Project.Init(store.ReadOnly.Fill(new ProjectOptions()));
        var model = $"{project.Id}-{Keys.Require(request.Key)}";
        return request switch
        {
            { Version: { } number } => $"{model}-{number}",
            { Stage: { } stage } => Newest(store.In(project.ProjectName), model, stage, except: null)
                ?? throw new NeptuneNotFoundException($"No version of {model} is in the stage {stage}. Move one there with version.ChangeStage(ModelStage.{stage})."),
            _ => throw new NeptuneOptionsException($"Which version of {request.Key}? Give a number or a stage."),
        };
    }

    /// <summary>The newest version of a model in a stage, leaving one out.</summary>
    public static string? Newest(StoreSettings store, string modelId, ModelStage stage, string? except)
    {
        using var model = Model.Init(store.ReadOnly.Fill(new ModelOptions { WithId = modelId }));
        return model.FetchModelVersionsTable(new()
        {
            Nql = $"`{SysFields.Stage}`:string = \"{stage.ToString().ToLowerInvariant()}\"",
            Columns = [],
            SortBy = SysFields.CreationTime,
        }).FirstOrDefault(row => row.Id != except)?.Id;
    }

    /// <summary>The file of a version and the field it is in.</summary>
    public static (string Path, FileContent File)? FileOf(ModelVersion version)
    {
        foreach (var path in FilePaths)
        {
            if (version.Core.Backend.ReadField(version.Uid, path)?.File is { } file)
                return (path, file);
        }
        return null;
    }

    public static ModelStage StageOf(ModelVersion version) => version[SysFields.Stage].Fetch<ModelStage>();
}
