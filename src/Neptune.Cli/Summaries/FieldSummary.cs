using System.Globalization;
using Neptune.Cli.Output;

namespace Neptune.Cli.Summaries;

/// <summary>A field in a few words.</summary>
internal static class FieldSummary
{
    public static string Of(Store store, ObjectRecord record, StoredField field) => field switch
    {
        { Scalar: { } scalar } => FieldText.Of(scalar),
        { File: { } file } => $"file, {ByteSize.Of(file.Size)}{(file.Extension.Length > 0 ? $", .{file.Extension}" : "")}",
        { Series: { } series } => Of(series),
        { Type: FieldType.FileSeries, Content: { } content } => $"file series, {Count(content.Count, "file")}, {ByteSize.Of(content.Size)}",
        { Type: FieldType.FileSet, Content: { } content } => $"file set, {Count(content.Count, "file")}, {ByteSize.Of(content.Size)}",
        { Type: FieldType.Artifact, Content: { Hash: { } hash } content } => $"artifact {hash[..12]}, {Count(content.Count, "file")}, {ByteSize.Of(content.Size)}",
        { Type: FieldType.GitRef } => Of(store.ReadGitRef(record.Uid, field.Path)),
        { Type: FieldType.StringSet } => $"{{{string.Join(", ", field.Members ?? store.ReadStringSet(record.Uid, field.Path))}}}",
        _ => field.Type.ToString(),
    };

    private static string Of(SeriesSummary series)
    {
        var text = $"series, {Count(series.Count, "point")}";
        if (series.Last is { } last)
            text += $", last {Short(last)}";
        if (series is { Min: { } min, Max: { } max })
            text += $", min {Short(min)}, max {Short(max)}";
        return series.LastText is { } lastText ? $"{text}, last \"{lastText}\"" : text;
    }

    private static string Of(GitRefInfo git) =>
        $"commit {git.CommitId[..Math.Min(git.CommitId.Length, 12)]}{(git.CurrentBranch is { } branch ? $" on {branch}" : "")}{(git.Dirty ? ", with changes" : "")}: {git.Message.Trim().Split('\n')[0].Trim()}";

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
