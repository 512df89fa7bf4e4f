using Neptune.Objects;
using Neptune.Values;

namespace Neptune;

/// <summary>Builds the points of a file series: checks the columns, then copies the contents.</summary>
internal static class FilePoints
{
    public static List<FilePoint> Stage(ObjectCore core, string path, FileSeriesValue series)
    {
        var files = series.Values;
        CheckLength(path, files.Count, series.Steps?.Count, "steps");
        CheckLength(path, files.Count, series.Timestamps?.Count, "timestamps");
        CheckLength(path, files.Count, series.Names?.Count, "names");
        CheckLength(path, files.Count, series.Descriptions?.Count, "descriptions");
        foreach (var step in series.Steps ?? [])
            Points.CheckStep(path, step);
        foreach (var text in (series.Names ?? []).Concat(series.Descriptions ?? []).OfType<string>())
            WholeText.Require(path, text);
        if (files.Contains(null!))
            throw new NeptuneUnsupportedValueException(path, $"\"{path}\": one of the files is null; a file series holds files.");

        var now = DateTime.UtcNow.Ticks;
        var points = new List<FilePoint>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            points.Add(new FilePoint(
                series.Steps?[i] ?? FloatPoints.NextStep, core.Stage(files[i]), series.Timestamps?[i].UtcTicks ?? now, series.Names?[i], series.Descriptions?[i]));
        }
        return points;
    }

    private static void CheckLength(string path, int values, int? others, string name)
    {
        if (others is { } count && count != values)
            throw new ArgumentException($"\"{path}\": there are {values} files and {count} {name}; give as many {name} as files.", name);
    }
}
