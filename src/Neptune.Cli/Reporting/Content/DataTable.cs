namespace Neptune.Cli.Reporting.Content;

/// <summary>A table that was logged as a file.</summary>
/// <param name="Object">The object it is of.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The rows, each with as many cells as there are names.</param>
/// <param name="IsCut">Whether there is more in the file.</param>
internal sealed record DataTable(int Object, string Path, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, bool IsCut);
