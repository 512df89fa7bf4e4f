namespace Neptune.Storage.Objects;

/// <summary>What ties a model version to the content of its file.</summary>
internal static class ModelContent
{
    /// <summary>The field that holds a version's file.</summary>
    public const string Path = "model";

    /// <summary>The custom id of the version that a content belongs to: custom ids are unique, so only one version can have it.</summary>
    public static string ClaimOf(ObjectRecord model, string sha256) => $"{model.SysId}@sha256:{sha256}";
}
