namespace Neptune.ML.Pipelines;

/// <summary>One value that a stage was made with. A class: the collections of a structure would be compiled anew, which takes longer than what they do here.</summary>
/// <param name="Path">Where it is: <c>NumberOfLeaves</c>, <c>columns/0/InputColumnName</c>.</param>
/// <param name="Value">A number, a truth value or a text.</param>
internal sealed record Setting(string Path, object Value);
