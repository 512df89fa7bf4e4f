using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Where a curve has NaN or an infinity, as far as its points or buckets tell.</summary>
internal static class NotFinite
{
    public static IEnumerable<(double Step, double Value)> Of(Curve curve)
    {
        foreach (var point in curve.Points)
        {
            if (double.IsInfinity(point.Min))
                yield return (point.FirstStep, point.Min);
            if (double.IsInfinity(point.Max) && point.Max != point.Min)
                yield return (point.FirstStep, point.Max);
            if (double.IsNaN(point.Min) || double.IsNaN(point.First))
                yield return (point.FirstStep, double.NaN);
            else if (double.IsNaN(point.Last))
                yield return (point.LastStep, double.NaN);
        }
    }
}
