using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>The columns that a stage reads and makes.</summary>
internal static class StageColumns
{
    /// <summary>The columns of the input that the settings of the stage name.</summary>
    public static string Read(IEnumerable<Setting> settings, DataViewSchema input)
    {
        var names = input.Select(column => column.Name).ToHashSet();
        return string.Join(", ", settings.SelectMany(Names).Where(names.Contains).Distinct());
    }

    /// <summary>Columns with their types.</summary>
    public static string Describe(IEnumerable<DataViewSchema.Column> made) => string.Join(", ", made.Select(column => $"{column.Name}: {column.Type}"));

    /// <summary>The columns of the output that are new or hide one of the input.</summary>
    public static IEnumerable<DataViewSchema.Column> Made(DataViewSchema input, DataViewSchema output)
    {
        var (before, after) = (Counts(input), Counts(output));
        return output.Where(column => !column.IsHidden && after[column.Name] > before.GetValueOrDefault(column.Name));
    }

    /// <summary>How many columns have each name; all but the last of them are hidden.</summary>
    private static Dictionary<string, int> Counts(DataViewSchema schema)
    {
        Dictionary<string, int> counts = [];
        foreach (var column in schema)
            counts[column.Name] = counts.GetValueOrDefault(column.Name) + 1;
        return counts;
    }

    /// <summary>Lists of names are one text.</summary>
    private static string[] Names(Setting setting) => setting.Value is string text ? text.Split(", ") : [];
}
