namespace Neptune.Cli.Listing;

/// <summary>What a listing is asked for.</summary>
/// <param name="Kind">What is listed.</param>
internal sealed record Listing(ObjectKind Kind)
{
    /// <summary>The project, or all of them.</summary>
    public string? Project { get; init; }

    /// <summary>The model whose versions are wanted, or all of them.</summary>
    public string? Model { get; init; }

    /// <summary>A query in the Neptune query language, or everything.</summary>
    public string? Query { get; init; }

    /// <summary>The fields to show; none for the usual ones.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public string? SortBy { get; init; }

    public bool Ascending { get; init; }

    /// <summary>At most so many, or all.</summary>
    public int? Limit { get; init; }

    public bool Trashed { get; init; }
}
