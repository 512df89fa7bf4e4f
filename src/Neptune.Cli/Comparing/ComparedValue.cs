using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Neptune.Cli.Output;
using Neptune.Cli.Summaries;

namespace Neptune.Cli.Comparing;

/// <summary>What an object has at a path: series and files by what is known about them, sets by their members.</summary>
/// <param name="Key">Equal where the fields are.</param>
/// <param name="Text">The value as people read it.</param>
/// <param name="Exact">The value so that it differs from every other one, where the text is not enough.</param>
internal sealed record ComparedValue(string Key, string Text, string Exact)
{
    private const int DigestLength = 8;

    public static ComparedValue Of(Store store, ObjectRecord record, StoredField field)
    {
        var summary = FieldSummary.Of(store, record, field);
        return field switch
        {
            { Scalar: { } scalar } => new($"{scalar.Type} {summary}", summary, scalar.Type == FieldType.String ? Quoted(summary) : $"{summary} ({scalar.Type})"),
            { Series: { } series } => OfSeries(field.Type, summary, series),
            { File: { } file } => OfFiles(field.Type, summary, [file.Sha256]),
            { Type: FieldType.FileSeries } => OfFiles(field.Type, summary, store.ReadFilePoints(record.Uid, field.Path).Select(point => $"{point.Step:R} {point.Content.Sha256}")),
            { Type: FieldType.FileSet } => OfFiles(field.Type, summary, store.ReadFileSet(record.Uid, field.Path).Select(file => $"{file.Name} {file.Content.Sha256}")),
            { Type: FieldType.Artifact } => new($"{field.Type} {field.Content!.Hash}", summary, $"artifact {field.Content.Hash}"),
            { Type: FieldType.StringSet } => OfSet([.. store.ReadStringSet(record.Uid, field.Path)], summary),
            { Type: FieldType.GitRef } => OfGit(store.ReadGitRef(record.Uid, field.Path), summary),
            _ => new($"{field.Type} {summary}", summary, summary),
        };
    }

    /// <summary>Mean and variance depend, in their last digits, on how the points came to the store.</summary>
    private static ComparedValue OfSeries(FieldType type, string summary, SeriesSummary series)
    {
        var exact = string.Create(CultureInfo.InvariantCulture, $"{type}, {series.Count} points to step {series.LastStep:R}, last {series.Last:R}{series.LastText}, min {series.Min:R}, max {series.Max:R}, mean {series.Mean:G10}, variance {series.Variance:G10}");
        return new(exact, summary, exact);
    }

    /// <summary>Two files of one size are still two files.</summary>
    private static ComparedValue OfFiles(FieldType type, string summary, IEnumerable<string> contents)
    {
        string[] all = [.. contents];
        var digest = type == FieldType.File ? all[0] : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
        return new($"{type} {digest}", $"{summary}, {digest[..DigestLength]}", $"{summary}, {digest}");
    }

    private static ComparedValue OfSet(string[] members, string summary)
    {
        var exact = $"{{{string.Join(", ", members.Select(Quoted))}}}";
        return new($"{FieldType.StringSet} {exact}", summary, exact);
    }

    private static ComparedValue OfGit(GitRefInfo git, string summary)
    {
        using var json = new StringWriter();
        FieldJson.Write(json, (writer, _) => FieldJson.WriteGitRef(writer, git));
        return new($"{FieldType.GitRef} {json}", summary, OneLine.Of(json.ToString()));
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
