using Neptune.Registry;

namespace Neptune.Cli.Shipping;

/// <summary>Moves the versions that a lock file pins to what the registry has now.</summary>
internal static class LockUpdate
{
    /// <param name="path">The lock file.</param>
    /// <param name="names">The names to update; all when there are none.</param>
    /// <param name="store">The store to ask.</param>
    /// <returns>What was updated, with the versions before and after.</returns>
    /// <exception cref="NeptuneNotFoundException">There is no lock file, or it pins nothing of that name, or the registry has no such version; nothing is changed.</exception>
    public static IReadOnlyList<(string Name, LockedModel Before, LockedModel After)> Run(string path, IReadOnlyCollection<string> names, StoreSettings store)
    {
        if (!File.Exists(path))
            throw new NeptuneNotFoundException($"There is no {path}. Build a project that has a NeptuneModelReference; that writes it.");
        var pinned = ModelLock.Load(path);
        if (names.FirstOrDefault(name => !pinned.Models.ContainsKey(name)) is { } unknown)
            throw new NeptuneNotFoundException($"{path} pins no {unknown}. It has {string.Join(", ", pinned.Models.Keys)}.");

        var updates = pinned.Models.Where(model => names.Count == 0 || names.Contains(model.Key))
            .Select(model => (model.Key, model.Value, Find(model.Value, store))).ToList();
        foreach (var (name, _, after) in updates)
            pinned.Models[name] = after;
        pinned.Save(path);
        return updates;
    }

    private static LockedModel Find(LockedModel model, StoreSettings store)
    {
        var request = ModelRequest.Parse(model.Key, model.Requested);
        return LockedModel.Of(request, RegisteredVersions.Find(store.In(model.Project), request));
    }
}
