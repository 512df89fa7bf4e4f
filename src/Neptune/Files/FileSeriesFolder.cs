using System.Globalization;

namespace Neptune;

/// <summary>A file series on disk: a folder with one file per step, <c>12.png</c>.</summary>
internal static class FileSeriesFolder
{
    /// <param name="isNamed">Whether somebody has named the folder: then files in it are replaced.</param>
    public static void Write(IEnumerable<FilePoint> points, string folder, bool isNamed, Func<FileContent, Stream> open)
    {
        FileDownload.MakeFolder(folder);
        var download = new FileDownload();
        foreach (var point in points)
        {
            download.WriteBelow(folder, NameOf(point), isNamed, file =>
            {
                using var content = open(point.Content);
                content.CopyTo(file);
            });
        }
    }

    public static string NameOf(FilePoint point) => SafeFile.NameOf(StepName(point.Step), point.Content.Extension);

    /// <summary>The shortest text that reads back as the same step.</summary>
    public static string StepName(double step) => step.ToString("R", CultureInfo.InvariantCulture);
}
