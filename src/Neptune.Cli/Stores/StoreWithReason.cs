using Neptune.Backends;
using Neptune.Storage.Identity;

namespace Neptune.Cli.Stores;

/// <summary>The store that a command works on, and what made it that one.</summary>
internal sealed record StoreWithReason(string Folder, string Reason)
{
    /// <summary>Finds the store as the SDK does; a folder given on the command line comes first.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no store in the place that was found.</exception>
    public static StoreWithReason Require(string? given)
    {
        var folder = StoreLocation.Find(given).Folder;
        var found = new StoreWithReason(folder, ReasonOf(given));
        StoreIdentity.RequireDatabase(folder);
        return Store.Exists(folder) ? found : throw new NeptuneNotFoundException(
            $"There is no store in {folder} ({found.Reason}). Log a run there first, or name the folder of your store with --store or {StoreLocation.HomeVariable}.");
    }

    /// <summary>As <see cref="Require"/>, but a folder in which something was only logged offline will do: its store is made by syncing.</summary>
    /// <exception cref="NeptuneNotFoundException">There is neither.</exception>
    public static StoreWithReason RequireToSync(string? given)
    {
        var folder = StoreLocation.Find(given).Folder;
        return Directory.Exists(OfflineBackend.RootOf(folder)) ? new(folder, ReasonOf(given)) : Require(given);
    }

    private static string ReasonOf(string? given)
    {
        if (given is { Length: > 0 })
            return "--store";
        return StoreLocation.NamingVariable ?? $"searched from {Environment.CurrentDirectory} upwards";
    }
}
