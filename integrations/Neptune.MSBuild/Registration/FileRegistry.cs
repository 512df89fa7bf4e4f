using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Registration;

/// <summary>The versions that files are, in a store that is opened on first use and stays open meanwhile.</summary>
internal sealed class FileRegistry(StoreSettings store, StorePatience patience) : IDisposable
{
    private ContentRegistry? writable;
    private ContentRegistry? readable;

    /// <summary>The store, open for writing.</summary>
    public ContentRegistry Registry => writable ??= new(store, patience);

    /// <summary>The version of a file, taken when it has none.</summary>
    /// <exception cref="BuildProblemException">The version is in the trash.</exception>
    public ContentVersion FindOrCreate(ModelItem model, string sha256) => Usable(model, Registry.FindOrCreate(model.Project, model.Key, sha256));

    /// <summary>The version of a file, if it is registered.</summary>
    /// <exception cref="BuildProblemException">The version is in the trash.</exception>
    public ContentVersion? Find(ModelItem model, string sha256)
    {
        try
        {
            readable ??= new(store.ReadOnly, patience);
        }
        catch (NeptuneNotFoundException)
        {
            return null;
        }
        return readable.Find(model.Project, model.Key, sha256) is { } found ? Usable(model, found) : null;
    }

    public void Dispose()
    {
        writable?.Dispose();
        readable?.Dispose();
    }

    private static ContentVersion Usable(ModelItem model, ContentVersion version) => !version.Trashed ? version : throw model.Source.Problem(
        Codes.InTrash,
        $"{version.Id}, which has the content of {model.Source.Include}, is in the trash. Take it out with `neptune restore {version.Id}`, or delete it for ever with `neptune delete {version.Id}`.");
}
