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

    /// <summary>The columns of the output that are new or hide one of the input, with their types.</summary>
    public static string Made(DataViewSchema input, DataViewSchema output)
    {
        var before = input.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.Count());
        return string.Join(", ", output
            .GroupBy(column => column.Name)
            .Where(group => group.Count() > before.GetValueOrDefault(group.Key))
            .Select(group => group.Last(column => !column.IsHidden))
            .Select(column => $"{column.Name}: {column.Type}"));
    }

    /// <summary>Lists of names are one text.</summary>
    private static string[] Names(Setting setting) => setting.Value is string text ? text.Split(", ") : [];
}
