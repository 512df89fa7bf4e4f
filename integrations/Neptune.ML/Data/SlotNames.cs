using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Data;

/// <summary>What the slots of a vector are called.</summary>
internal static class SlotNames
{
    /// <summary>The names that the column carries; <see langword="null"/> when it carries none.</summary>
    public static IReadOnlyList<string>? Find(DataViewSchema.Column column)
    {
        if (!column.HasSlotNames())
            return null;
        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    /// <summary>A name for each of so many slots: that of the column's annotation, else <c>Features[3]</c>.</summary>
    public static IReadOnlyList<string> Of(DataViewSchema.Column? column, string columnName, int slots)
    {
        var names = column is { } known ? Find(known) : null;
        return [.. Enumerable.Range(0, slots).Select(i => names is not null && i < names.Count && names[i].Length > 0 ? names[i] : string.Create(CultureInfo.InvariantCulture, $"{columnName}[{i}]"))];
    }
}
