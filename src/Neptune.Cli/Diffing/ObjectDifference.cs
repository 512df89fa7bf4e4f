using System.Security.Cryptography;
using System.Text;
using Neptune.Cli.Showing;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Diffing;

/// <summary>The fields in which two objects differ; series and files by what is known about them, sets by their members.</summary>
internal sealed record ObjectDifference(string LeftId, string RightId, IReadOnlyList<FieldDifference> Fields)
{
    /// <summary>What differs between any two objects says nothing about them.</summary>
    private static readonly string[] LeftOut = [SysFields.Namespace, "monitoring"];

    /// <param name="path">The namespace to compare; everything of interest when it is not given.</param>
    public static ObjectDifference Between(Store store, ObjectRecord left, ObjectRecord right, string? path)
    {
        var (before, after) = (Texts(store, left, path), Texts(store, right, path));
        var paths = before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(left.SysId, right.SysId, [.. paths
            .Select(p => new FieldDifference(p, before.GetValueOrDefault(p), after.GetValueOrDefault(p)))
            .Where(difference => difference.Left != difference.Right)]);
    }

    private static Dictionary<string, string> Texts(Store store, ObjectRecord record, string? path)
    {
        var fields = store.ReadFields(record.Uid, FieldPath.NormalizeNamespace(path ?? ""));
        var shown = new ShownObject(store, record, fields);
        return fields
            .Where(field => path is { Length: > 0 } || !LeftOut.Any(ns => FieldPath.IsWithin(field.Path, ns)))
            .ToDictionary(field => field.Path, field => Text(shown, field), StringComparer.Ordinal);
    }

    /// <summary>Two files of one size are still two files.</summary>
    private static string Text(ShownObject shown, StoredField field) => field.Type switch
    {
        FieldType.File => $"{FieldSummary.Of(shown.Store, shown.Record, field)}, {field.File!.Sha256[..8]}",
        FieldType.FileSeries => $"{FieldSummary.Of(shown.Store, shown.Record, field)}, {Digest(shown.Store.ReadFilePoints(shown.Record.Uid, field.Path).Select(point => $"{point.Step:R} {point.Content.Sha256}"))}",
        FieldType.FileSet => $"{FieldSummary.Of(shown.Store, shown.Record, field)}, {Digest(shown.Store.ReadFileSet(shown.Record.Uid, field.Path).Select(file => $"{file.Name} {file.Content.Sha256}"))}",
        _ => FieldSummary.Of(shown.Store, shown.Record, field),
    };

    private static string Digest(IEnumerable<string> contents) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', contents))))[..8];
}
