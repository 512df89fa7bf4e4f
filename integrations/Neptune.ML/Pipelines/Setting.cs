namespace Neptune.ML.Pipelines;

/// <summary>One value that a stage was made with.</summary>
/// <param name="Path">Where it is: <c>NumberOfLeaves</c>, <c>columns/0/InputColumnName</c>.</param>
/// <param name="Value">A number, a truth value or a text.</param>
internal readonly record struct Setting(string Path, object Value);
