namespace Neptune.ML.Charts;

/// <summary>The colours of charts, page and picture alike: Okabe and Ito's, which people with colour blindness tell apart.</summary>
internal static class ChartColors
{
    /// <summary>What a cell is shaded with, the more the larger its share.</summary>
    public const string Shade = "#0072B2";

    public const string Reference = "#888888";

    private static readonly string[] Lines = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"];

    public static string Of(int line) => Lines[line % Lines.Length];
}
