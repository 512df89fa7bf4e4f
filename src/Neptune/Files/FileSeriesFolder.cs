using System.Globalization;

namespace Neptune;

/// <summary>A file series on disk: a folder with one file per step, <c>12.png</c>.</summary>
internal static class FileSeriesFolder
{
    public static void Write(IEnumerable<FilePoint> points, string folder, Func<FileContent, Stream> open)
    {
        Directory.CreateDirectory(folder);
        foreach (var point in points)
        {
            SafeFile.Write(Path.Combine(folder, SafeFile.NameOf(StepName(point.Step), point.Content.Extension)), file =>
            {
                using var content = open(point.Content);
                content.CopyTo(file);
            });
        }
    }

    /// <summary>The shortest text that reads back as the same step.</summary>
    public static string StepName(double step) => step.ToString("R", CultureInfo.InvariantCulture);
}
