using System.Globalization;

namespace Neptune.Benchmarks.Reporting;

/// <summary>What a figure may be.</summary>
internal sealed record Budget
{
    private readonly double limit;
    private readonly bool isUpper;

    private Budget(double limit, bool isUpper)
    {
        this.limit = limit;
        this.isUpper = isUpper;
    }

    public static Budget AtMost(double limit) => new(limit, isUpper: true);

    public static Budget AtLeast(double limit) => new(limit, isUpper: false);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(isUpper ? '≤' : '≥')} {limit}");

    /// <summary>How often the figure fits into the budget; below 1 it is missed.</summary>
    public double Reserve(double figure) => figure == 0 && isUpper ? double.PositiveInfinity : isUpper ? limit / figure : figure / limit;
}
