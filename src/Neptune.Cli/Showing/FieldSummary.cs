using System.Globalization;
using Neptune.Cli.Output;

namespace Neptune.Cli.Showing;

/// <summary>A field in a few words.</summary>
internal static class FieldSummary
{
    public static string Of(ShownObject shown, StoredField field) => field switch
    {
        { Scalar: { } scalar } => FieldText.Of(scalar),
        { File: { } file } => $"file, {ByteSize.Of(file.Size)}{(file.Extension.Length > 0 ? $", .{file.Extension}" : "")}",
        { Series: { } series } => Of(series),
        { Type: FieldType.StringSet } => $"{{{string.Join(", ", shown.Strings(field))}}}",
        _ => field.Type.ToString(),
    };

    private static string Of(SeriesSummary series)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"series, {series.Count:N0} {(series.Count == 1 ? "point" : "points")}");
        if (series.Last is { } last)
            text += $", last {Short(last)}";
        if (series is { Min: { } min, Max: { } max })
            text += $", min {Short(min)}, max {Short(max)}";
        return series.LastText is { } lastText ? $"{text}, last \"{lastText}\"" : text;
    }

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
