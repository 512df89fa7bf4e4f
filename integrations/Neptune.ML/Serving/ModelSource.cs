using Microsoft.Extensions.Logging;
using Neptune.ML.Models;

namespace Neptune.ML.Serving;

/// <summary>
/// The registry as a server sees it: which version is in the stage, and its file. It opens the store for each question, because a store may
/// be moved, replaced or restored while the server runs; that costs a few milliseconds.
/// </summary>
internal sealed class ModelSource(string key, ModelStage stage, NeptunePredictionEngineOptions options, ILogger log)
{
    private readonly ModelCache? cache = options.CacheFolder is { } folder ? new(folder, key, stage) : null;

    public string Key => key;

    public ModelStage Stage => stage;

    /// <summary>The id of the newest version in the stage.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no such model, or no version of it is in the stage.</exception>
    public string FindStaged()
    {
        using var project = Open();
        return StagedVersion.Require(project, key, stage);
    }

    /// <summary>The checked file of a version.</summary>
    public FetchedModel Fetch(string id)
    {
        using var project = Open();
        using var version = ModelVersion.Init(new() { WithId = id, Beside = project });
        var (path, hash) = StoredModel.Download(version);
        return new(id, path, hash, cache);
    }

    /// <summary>The file that was served before, from the folder that keeps it; <see langword="null"/> when there is none.</summary>
    public FetchedModel? FetchKept() => cache?.Find();

    private Project Open() => Project.Init(new() { Name = options.Project, StorePath = options.StorePath, Mode = ConnectionMode.ReadOnly, Logger = log });
}
