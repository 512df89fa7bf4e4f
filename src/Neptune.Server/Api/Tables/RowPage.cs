namespace Neptune.Server.Api;

/// <summary>Rows of a table.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Next">The cursor of the next page; absent when this is the last.</param>
internal sealed record RowPage(IReadOnlyList<ObjectRow> Rows, string? Next);
