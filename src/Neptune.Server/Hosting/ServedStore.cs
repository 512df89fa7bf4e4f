using Microsoft.Extensions.Options;

namespace Neptune.Server.Hosting;

/// <summary>The store that is served, opened when it is first asked for.</summary>
internal sealed class ServedStore(IOptions<NeptuneAppOptions> options) : IDisposable
{
    private readonly Lock gate = new();
    private Store? store;

    /// <exception cref="NeptuneException">There is no store, or it cannot be opened; the next call tries again.</exception>
    public Store Store
    {
        get
        {
            lock (gate)
                return store ??= Open(StoreLocation.Find(options.Value.StorePath).Folder, options.Value.ReadOnly);
        }
    }

    /// <summary>Held by who changes what it has looked at before.</summary>
    public Lock Edits { get; } = new();

    public void Dispose() => store?.Dispose();

    /// <exception cref="NeptuneNotFoundException">There is no such project.</exception>
    public ProjectRecord RequireProject(string workspace, string name) =>
        Store.FindProject(new(workspace, name)) ?? throw new NeptuneNotFoundException($"There is no project {workspace}/{name} in {Store.Folder}.");

    /// <exception cref="NeptuneNotFoundException">There is no such object.</exception>
    public ObjectRecord RequireObject(string workspace, string name, string id)
    {
        var project = RequireProject(workspace, name);
        return Store.FindBySysId(id, project) is [var found, ..] ? found : throw new NeptuneNotFoundException($"There is no object {id} in {project.Name}.");
    }

    /// <exception cref="NeptuneMissingFieldException">The object has no field at the path.</exception>
    public StoredField RequireField(ObjectRecord record, string path) => Store.ReadField(record.Uid, path) ?? throw new NeptuneMissingFieldException(path, record.SysId);

    private static Store Open(string folder, bool readOnly)
    {
        if (!Store.Exists(folder))
            throw new NeptuneNotFoundException($"There is no store in {folder}. Log a run there first, or name the folder of your store (NEPTUNE_HOME).");
        try
        {
            return Store.Open(new(folder) { ReadOnly = readOnly });
        }
        catch (NeptuneStoreException) when (!readOnly)
        {
            // Somebody else's store, or a disk that takes nothing: it can be looked at.
            return Store.Open(new(folder) { ReadOnly = true });
        }
    }
}
