using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Resolving;

/// <summary>Finds the versions that a project ships: as the lock file pins them, else as the registry has them.</summary>
internal sealed class ReferenceResolver(StoreSettings store, ModelCache cache, LockPolicy policy)
{
    /// <summary>Resolves the references, brings their files into the cache and the lock file up to date.</summary>
    /// <exception cref="BuildProblemException">A version or its file cannot be had, or the lock file would change and may not.</exception>
    public List<ResolvedReference> Resolve(IReadOnlyList<ReferenceItem> references, CancellationToken cancellation)
    {
        if (references.Count == 0)
            return [];
        using var guard = LockGuard.Take(policy.GuardFolder, cancellation);
        var pinned = LoadLock();
        var models = new SortedDictionary<string, LockedModel>(pinned.Models, StringComparer.Ordinal);
        var resolved = new List<ResolvedReference>();
        foreach (var reference in references)
        {
            cancellation.ThrowIfCancellationRequested();
            var version = Pinned(reference, pinned) ?? Find(reference);
            models[reference.Name] = version;
            resolved.Add(new(reference, version, Fetch(reference, version)));
        }
        Prune(models, references);
        if (!models.SequenceEqual(pinned.Models))
            (pinned with { Models = models }).Save(policy.Path);
        return resolved;
    }

    private ModelLock LoadLock()
    {
        try
        {
            return ModelLock.Load(policy.Path);
        }
        catch (NeptuneCorruptDataException e)
        {
            throw new BuildProblemException(Codes.BadLockFile, e.Message, new(policy.Path, 0, 0), e);
        }
    }

    /// <summary>The pinned version, if the reference still asks for what was pinned.</summary>
    private LockedModel? Pinned(ReferenceItem reference, ModelLock pinned)
    {
        var found = pinned.Models.GetValueOrDefault(reference.Name);
        if (found is not null && found.Key == reference.Request.Key && found.Requested == reference.Request.Text && (reference.Project is null || found.Project == ProjectName.Parse(reference.Project).ToString()))
            return found;
        if (!policy.Locked)
            return null;
        throw reference.Source.Problem(Codes.Locked, found is null
            ? $"{reference.Name} is not in {policy.Path}, and this build is locked. Build without NeptuneLockedMode on your machine and commit the file."
            : $"{policy.Path} pins {found.Key} {found.Requested} for {reference.Name}, the project asks for {reference.Request.Key} {reference.Request.Text}, and this build is locked. Build without NeptuneLockedMode on your machine and commit the file.");
    }

    private LockedModel Find(ReferenceItem reference)
    {
        try
        {
            return LockedModel.Of(reference.Request, RegisteredVersions.Find(store.In(reference.Project), reference.Request));
        }
        catch (NeptuneException e)
        {
            throw reference.Source.Problem(Codes.NoSuchVersion, $"{reference.Name} cannot be resolved: {e.Message}", e);
        }
    }

    /// <summary>The version's file in the cache, brought there if need be.</summary>
    private string Fetch(ReferenceItem reference, LockedModel version)
    {
        if (cache.Has(version))
            return cache.PathOf(version);
        string found;
        try
        {
            found = cache.Add(version, file => Download(version, file));
        }
        catch (Exception e) when (e is NeptuneException or IOException or UnauthorizedAccessException)
        {
            throw reference.Source.Problem(Codes.NotInCache, $"The file of {version.Version} is not in the cache ({cache.PathOf(version)}) and cannot be fetched: {e.Message}", e);
        }
        return found == version.Sha256
            ? cache.PathOf(version)
            : throw reference.Source.Problem(Codes.ContentChanged, $"The file of {version.Version} has the SHA-256 {found}, but {policy.Path} pins {version.Sha256}: it was replaced after it was pinned. Find out why; `neptune models update {reference.Name}` pins the new file.");
    }

    private void Download(LockedModel locked, string file)
    {
        using var version = ModelVersion.Init(store.In(locked.Project).ReadOnly.Fill(new ModelVersionOptions { WithId = locked.Version }));
        var (path, _) = RegisteredVersions.FileOf(version) ?? throw new NeptuneNotFoundException($"{locked.Version} has no file any more.");
        version[path].Download(file);
    }

    /// <summary>Drops what no reference asks for; while other target frameworks may ask for it, it stays.</summary>
    private void Prune(SortedDictionary<string, LockedModel> models, IReadOnlyList<ReferenceItem> references)
    {
        if (!policy.Whole)
            return;
        foreach (var name in models.Keys.Except(references.Select(reference => reference.Name)).ToList())
        {
            if (policy.Locked)
                throw new BuildProblemException(Codes.Locked, $"The project does not ask for {name} any more, which {policy.Path} pins, and this build is locked. Build without NeptuneLockedMode on your machine and commit the file.", new(policy.Path, 0, 0));
            models.Remove(name);
        }
    }
}
