using Neptune.MSBuild.Registration;

namespace Neptune.MSBuild.Resolving;

/// <summary>The files of versions, by content, for all projects of a user. Any number of builds may use it at once.</summary>
internal sealed class ModelCache(string folder)
{
    private const int PrefixLength = 2;

    /// <summary>Where the file of a locked version is, or will be.</summary>
    public string PathOf(LockedModel model) =>
        Path.Combine(folder, model.Sha256[..PrefixLength], model.Extension.Length > 0 ? $"{model.Sha256}.{model.Extension}" : model.Sha256);

    /// <summary>Whether the file is there and is what its name says.</summary>
    public bool Has(LockedModel model)
    {
        var file = new FileInfo(PathOf(model));
        return file.Exists && file.Length == model.Size && FileHash.Of(file.FullName) == model.Sha256;
    }

    /// <summary>Adds a file. It appears complete or not at all.</summary>
    /// <returns>The hash of what came; only the hash that the lock file has is kept.</returns>
    public string Add(LockedModel model, Action<string> download)
    {
        var path = PathOf(model);
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            download(temporary);
            var sha256 = FileHash.Of(temporary);
            if (sha256 == model.Sha256)
                File.Move(temporary, path, overwrite: true);
            return sha256;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
