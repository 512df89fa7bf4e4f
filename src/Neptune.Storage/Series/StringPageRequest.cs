namespace Neptune.Storage;

/// <summary>Which part of a string series to read: the points after a step, or those before one, or the last.</summary>
/// <param name="Limit">How many at most.</param>
internal sealed record StringPageRequest(int Limit)
{
    /// <summary>The page begins after this step; excludes <see cref="Before"/>.</summary>
    public double? After { get; init; }

    /// <summary>The page ends before this step.</summary>
    public double? Before { get; init; }

    /// <summary>The page ends with the last point.</summary>
    public bool FromEnd { get; init; }

    /// <summary>Only points whose text has this part, in any case.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the page is the one nearest to its end and not the one nearest to its beginning.</summary>
    public bool IsBackward => FromEnd || Before is not null;

    public bool Wants(StringPoint point) =>
        !(point.Step <= After) && !(point.Step >= Before) && (Search is null || point.Value.Contains(Search, StringComparison.OrdinalIgnoreCase));
}
