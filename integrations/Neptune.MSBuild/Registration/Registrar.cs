using Neptune.MSBuild.Facts;
using Neptune.MSBuild.Items;
using Neptune.Objects;

namespace Neptune.MSBuild.Registration;

/// <summary>Makes versions of files and records what they are and where they come from.</summary>
internal sealed class Registrar(StoreSettings store, BuildFacts facts, StorePatience patience) : IDisposable
{
    private readonly FileRegistry files = new(store, patience);

    /// <summary>Read beside the opening of the store: in a build's new process both are mostly loading and compiling.</summary>
    private readonly Task<GitRefInfo?> commit = Task.Run(() => GitFacts.Of(facts.Folder, store.Logger!));

    /// <summary>Registers a file, unless an earlier build has. All of it is written, or nothing.</summary>
    /// <exception cref="NeptuneException">The store cannot be written.</exception>
    /// <exception cref="BuildProblemException">The version is in the trash, or the metrics are no good.</exception>
    public RegisteredVersion Register(ModelItem model)
    {
        if (store.Mode == ConnectionMode.Offline)
            return RegisterOffline(model);

        var sha256 = FileHash.Of(model.File);
        var version = files.FindOrCreate(model, sha256);
        var (isNew, stage) = (!files.Registry.Has(version, BuildFacts.TimePath), StageAfter(version.Stage, model.Stage));
        var hasFile = RegisteredVersions.FilePaths.Any(path => files.Registry.Has(version, path));
        var operations = new List<Operation>();
        if (isNew)
            operations.AddRange(VersionFields.Of(model, sha256, withFile: !hasFile, facts, commit.Result));
        if (isNew && !operations.Exists(operation => operation.Path == VersionFields.RunPath) && !files.Registry.Has(version, VersionFields.RunPath) && files.Registry.TrainedBy(version, sha256) is { } trainedBy)
            operations.Add(VersionFields.Text(VersionFields.RunPath, trainedBy));
        if (stage != version.Stage)
            operations.Add(VersionFields.Stage(stage));
        Record(model, version, operations, hasFile ? null : model.File);
        return new(version.Id, sha256, stage, version.Url, isNew ? RegistrationOutcome.Registered : RegistrationOutcome.Known, files.Registry.Text(version, VersionFields.RunPath));
    }

    /// <summary>Writes the registration into a journal that waits for <c>neptune sync</c>, which finds or makes the version then.</summary>
    public RegisteredVersion RegisterOffline(ModelItem model)
    {
        var sha256 = FileHash.Of(model.File);
        var journal = store.In(model.Project) with { Mode = ConnectionMode.Offline };
        using var version = ModelVersion.Init(journal.Fill(new ModelVersionOptions { Model = OfflineOpener.IdPrefix + model.Key, Sha256 = sha256 }));
        version[RegisteredVersions.FilePath].Upload(model.File);
        foreach (var operation in VersionFields.Of(model, sha256, withFile: true, facts, commit.Result))
            version.Core.Write(operation);
        if (model.Stage is { } stage and not ModelStage.None)
            version.ChangeStage(stage);
        return new("", sha256, model.Stage ?? ModelStage.None, version.Url, RegistrationOutcome.Waiting, model.Run);
    }

    /// <summary>The stage of a version when a build that asks for one has registered it: builds move versions forward only, and none out of the archive.</summary>
    public static ModelStage StageAfter(ModelStage current, ModelStage? wanted) => wanted is { } stage && current < stage ? stage : current;

    public void Dispose() => files.Dispose();

    private void Record(ModelItem model, ContentVersion version, IReadOnlyList<Operation> operations, string? file)
    {
        try
        {
            files.Registry.Record(version, operations, file);
        }
        catch (NeptuneFieldTypeException e)
        {
            throw model.Source.Problem(Codes.BadMetrics, $"The metrics of {model.Key} do not fit what {version.Id} has: {e.Message}", e);
        }
    }
}
