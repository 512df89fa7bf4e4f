namespace Neptune.ML;

/// <summary>The version of a model that answers.</summary>
/// <param name="VersionId">Its id, such as <c>CLS-INCOME-3</c>.</param>
/// <param name="Hash">The hash of its content, as in <c>model/hash</c>.</param>
/// <param name="LoadedAt">Since when it answers.</param>
public sealed record ServedModel(string VersionId, string Hash, DateTimeOffset LoadedAt);
