namespace Neptune.ML.Charts;

/// <summary>Writes charts: each as an interactive page, and as a picture where the package for it is there.</summary>
internal static class ChartLog
{
    public static void Write(NeptuneObject target, string path, Chart chart)
    {
        var fields = target[path];
        var page = fields["charts"][chart.Name];
        Fallbacks.Guard(target, page.Path, () => page.Upload(NeptuneFile.FromText(ChartPage.Of(chart), "html")));
        if (PictureRenderer.Installed is { } renderer)
            WritePicture(target, fields["pictures"][chart.Name], chart, renderer);
    }

    /// <summary>A picture that cannot be drawn, for instance because the machine lacks a native library, is noted; the page is there.</summary>
    private static void WritePicture(NeptuneObject target, Field field, Chart chart, PictureRenderer renderer)
    {
        byte[] picture;
        try
        {
            picture = renderer.Png(chart);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Fallbacks.Note(target, $"{field.Path}: no picture, {e.GetBaseException().Message}");
            return;
        }
        Fallbacks.Guard(target, field.Path, () => field.Upload(NeptuneFile.FromBytes(picture, "png")));
    }
}
