using Neptune.ML.Models;

namespace Neptune.ML.Serving;

/// <summary>The model that was served last, in a folder: one file, named after key, stage and version.</summary>
internal sealed class ModelCache(string folder, string key, ModelStage stage)
{
    private readonly string prefix = $"{key}.{stage.ToString().ToLowerInvariant()}.";

    public void Put(string versionId, string path)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, $"{prefix}{versionId}.zip");
        var half = $"{target}.{Guid.NewGuid():N}";
        File.Copy(path, half);
        File.Move(half, target, overwrite: true);
        foreach (var other in Kept().Where(kept => kept != target))
            File.Delete(other);
    }

    public FetchedModel? Find()
    {
        if (!Directory.Exists(folder) || Kept().MaxBy(File.GetLastWriteTimeUtc) is not { } path)
            return null;
        using var zip = File.OpenRead(path);
        return new(Path.GetFileName(path)[prefix.Length..^".zip".Length], path, ModelZip.HashOf(zip), this, isKept: true);
    }

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(folder, $"{prefix}*.zip");
}
