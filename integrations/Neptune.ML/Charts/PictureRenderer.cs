namespace Neptune.ML.Charts;

/// <summary>
/// Draws charts as pictures. The drawing library weighs more than all the rest, so it is in a package of its own,
/// <c>Neptune.ML.Pictures</c>; a program that references it gets pictures without saying anything more.
/// </summary>
internal abstract class PictureRenderer
{
    private const string InstalledType = "Neptune.ML.Pictures.ScottPlotRenderer, Neptune.ML.Pictures";

    private static readonly Lazy<PictureRenderer?> Found = new(() =>
        Type.GetType(InstalledType, throwOnError: false) is { } type ? (PictureRenderer)Activator.CreateInstance(type, nonPublic: true)! : null);

    /// <summary>The renderer of the package; <see langword="null"/> when the program does not reference it.</summary>
    public static PictureRenderer? Installed => Found.Value;

    /// <summary>The chart as a PNG file.</summary>
    public abstract byte[] Png(Chart chart);
}
