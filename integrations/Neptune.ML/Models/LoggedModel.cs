using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>What a model was logged with.</summary>
/// <param name="InputSchema">The columns it takes.</param>
/// <param name="Data">Rows that it takes, where the caller gave any.</param>
/// <param name="Path">The namespace it was logged to.</param>
internal sealed record LoggedModel(DataViewSchema InputSchema, IDataView? Data, string Path);
