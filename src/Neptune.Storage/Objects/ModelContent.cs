namespace Neptune.Storage.Objects;

/// <summary>What ties a model version to the content of its file.</summary>
internal static class ModelContent
{
    /// <summary>Where a version's file is: its field, or the namespace itself in registries that keep nothing else of the file.</summary>
    public const string Path = "model/file";

    /// <inheritdoc cref="Path"/>
    public const string BarePath = "model";

    /// <summary>The custom id of the version that a content belongs to: custom ids are unique, so only one version can have it.</summary>
    public static string ClaimOf(ObjectRecord model, string sha256) => $"{model.SysId}@sha256:{sha256}";
}
