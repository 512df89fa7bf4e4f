using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Neptune.MSBuild.Registration;
using Neptune.MSBuild.Stores;

namespace Neptune.MSBuild;

/// <summary>Makes a model version of every file that has none yet.</summary>
[MSBuildMultiThreadableTask]
public sealed class RegisterModelVersions : NeptuneTask
{
    /// <summary>The files, items of type <c>NeptuneModel</c>.</summary>
    [Required]
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>The files again, with <c>VersionId</c>, <c>Sha256</c> and <c>Url</c>.</summary>
    [Output]
    public ITaskItem[] Versions { get; private set; } = [];

    private protected override void Execute(StoreSettings store, CancellationToken cancellation)
    {
        var registrar = new Registrar(store);
        var versions = new List<ITaskItem>();
        foreach (var item in Models)
        {
            cancellation.ThrowIfCancellationRequested();
            var version = registrar.Register(ModelItem.Parse(item));
            Log.LogMessage(MessageImportance.High, "Neptune: {0} is {1} ({2})", item.ItemSpec, version.Id, version.Url);
            var registered = new TaskItem(item);
            registered.SetMetadata("VersionId", version.Id);
            registered.SetMetadata("Sha256", version.Sha256);
            registered.SetMetadata("Url", version.Url.ToString());
            versions.Add(registered);
        }
        Versions = [.. versions];
    }
}
