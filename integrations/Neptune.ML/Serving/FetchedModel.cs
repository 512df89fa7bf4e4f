namespace Neptune.ML.Serving;

/// <summary>The file of a version on this machine, for as long as it takes to load it.</summary>
internal sealed class FetchedModel(string versionId, string path, string hash, ModelCache? cache, bool isKept = false) : IDisposable
{
    public string VersionId => versionId;

    public string Path => path;

    public string Hash => hash;

    /// <summary>Keeps the file for a start without the store, where that is asked for.</summary>
    public void Keep() => cache?.Put(versionId, path);

    public void Dispose()
    {
        if (!isKept)
            File.Delete(path);
    }
}
