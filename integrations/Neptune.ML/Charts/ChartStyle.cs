namespace Neptune.ML.Charts;

/// <summary>How points are drawn.</summary>
internal enum ChartStyle
{
    /// <summary>Joined by a line.</summary>
    Line,

    /// <summary>Joined by a thin line: a part of what a line shows.</summary>
    ThinLine,

    /// <summary>Joined by a line that keeps its height until the next point.</summary>
    Steps,

    /// <summary>Joined by a thin dashed line: what to compare with.</summary>
    Reference,

    /// <summary>A mark each.</summary>
    Points,

    /// <summary>A mark each, joined by a line.</summary>
    MarkedLine,

    /// <summary>A bar each, from zero upwards.</summary>
    Bars,

    /// <summary>A bar each, from zero to the right; Y is the place, X the length.</summary>
    FlatBars,
}
