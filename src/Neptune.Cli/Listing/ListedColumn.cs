namespace Neptune.Cli.Listing;

/// <summary>A column of a listing.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Paths">The fields it reads; <c>null</c> for all.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record ListedColumn(string Header, IReadOnlyList<string>? Paths, Func<ListedObject, string> Text);
