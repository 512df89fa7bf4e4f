using Neptune.ML.Charts;

namespace Neptune.ML.Data;

/// <summary>Writes what is known of a data set.</summary>
internal static class DataLog
{
    private const int MostClasses = 100;
    private const int MostBars = 30;

    public static void Write(NeptuneObject target, string path, DataSummary data)
    {
        var fields = target[path];
        fields["rows"].Assign(data.Rows);
        fields["columns"].Assign((long)data.Columns.Count);
        fields["hash"].Assign(data.Hash);
        fields["missing_values"].Assign(data.Columns.Sum(column => column.Missing));
        fields["schema"].Upload(NeptuneFile.FromText(SchemaJson.Of(data.Schema), "json"));
        fields["statistics"].Upload(NeptuneFile.FromText(Statistics(data), "csv"));
        if (data.Preview is { } preview)
            fields["preview"].Upload(NeptuneFile.FromText(preview, "csv"));
        if (data.Columns.Where(column => !column.IsReadable).Select(column => column.Column.Name).ToArray() is { Length: > 0 } unread)
            fields["hash_leaves_out"].Add(unread);
        WriteLabel(target, path, data);
    }

    /// <summary>Files of equal names, from several folders, each get a folder of their own in the artifact.</summary>
    public static void TrackFiles(NeptuneObject target, string path, IReadOnlyCollection<string> files)
    {
        var field = target[path]["files"];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var number = 1;
        foreach (var file in files)
        {
            var folder = taken.Add(Path.GetFileName(file)) ? null : (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Fallbacks.Guard(target, field.Path, () => field.TrackFiles(file, folder));
        }
    }

    private static void WriteLabel(NeptuneObject target, string path, DataSummary data)
    {
        if (data.Classes.Count > 0)
        {
            WriteClasses(target, path, data.Classes);
        }
        else if (data.Label?.Numbers is { Count: > 0 } numbers)
        {
            var label = target[path]["label"];
            label["min"].Assign(numbers.Min);
            label["max"].Assign(numbers.Max);
            label["mean"].Assign(numbers.Mean);
            label["std"].Assign(numbers.StandardDeviation);
        }
    }

    private static void WriteClasses(NeptuneObject target, string path, IReadOnlyList<KeyValuePair<string, long>> classes)
    {
        var names = FieldPart.Of([.. classes.Take(MostClasses).Select(label => label.Key)]);
        for (var i = 0; i < names.Count; i++)
            target[path]["labels"][names[i]].Assign(classes[i].Value);
        var shown = classes.Take(MostBars).ToArray();
        ChartLog.Write(target, path, new LineChart("labels", "Rows of each label", new("Label", Labels: [.. shown.Select(label => label.Key)]), new("Rows"),
            [new("rows", ChartStyle.Bars, [.. shown.Select((_, i) => (double)i)], [.. shown.Select(label => (double)label.Value)])]));
    }

    private static string Statistics(DataSummary data)
    {
        var table = new Csv("column", "type", "missing", "min", "max", "mean", "std");
        foreach (var column in data.Columns)
        {
            var numbers = column.Numbers is { Count: > 0 } some ? some : null;
            table.Add(column.Column.Name, ColumnType.NameOf(column.Column.Type), column.Missing, numbers?.Min, numbers?.Max, numbers?.Mean, numbers?.StandardDeviation);
        }
        return table.ToString();
    }
}
