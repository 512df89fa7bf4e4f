using System.Text.Json;
using Neptune.Cli.Output;

namespace Neptune.Cli.Showing;

/// <summary>The fields of an object as one JSON object, keyed by field path. Series and files are objects of what is known about them.</summary>
internal static class ShownJson
{
    public static void Write(ShownObject shown, Terminal terminal) => FieldJson.Write(terminal.Out, (json, _) =>
    {
        json.WriteStartObject();
        foreach (var field in shown.Fields)
            Write(json, shown, field);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ShownObject shown, StoredField field)
    {
        if (field.Scalar is { } scalar)
            FieldJson.WriteScalar(json, field.Path, scalar);
        else if (field.Series is { } series)
            WriteSeries(json, field.Path, series);
        else if (field.File is { } file)
            WriteFile(json, field.Path, file);
        else if (field.Type == FieldType.GitRef)
            WriteGitRef(json, shown, field.Path);
        else if (field.Content is { } content)
            WriteContent(json, field, content);
        else if (field.Type == FieldType.StringSet)
            FieldJson.WriteStrings(json, field.Path, shown.Strings(field));
    }

    private static void WriteSeries(Utf8JsonWriter json, string path, SeriesSummary series)
    {
        json.WriteStartObject(path);
        json.WriteNumber("count", series.Count);
        if (series.Count > 0)
        {
            if (series.LastText is { } text)
                json.WriteString("last", text);
            WriteIfKnown(json, "last", series.Last);
            WriteIfKnown(json, "lastStep", series.LastStep);
            json.WriteString("lastTime", FieldText.Time(series.LastTicks));
            WriteIfKnown(json, "min", series.Min);
            WriteIfKnown(json, "max", series.Max);
            WriteIfKnown(json, "mean", series.Mean);
            WriteIfKnown(json, "variance", series.Variance);
        }
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, string path, FileContent file)
    {
        json.WriteStartObject(path);
        json.WriteNumber("size", file.Size);
        json.WriteString("extension", file.Extension);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, StoredField field, StoredContent content)
    {
        json.WriteStartObject(field.Path);
        json.WriteNumber("count", content.Count);
        json.WriteNumber("size", content.Size);
        if (field.Type == FieldType.Artifact)
            json.WriteString("hash", content.Hash);
        if (field.Type == FieldType.FileSeries && content.Count > 0)
        {
            json.WriteNumber("lastStep", content.LastStep);
            json.WriteString("lastTime", FieldText.Time(content.LastTicks));
        }
        json.WriteEndObject();
    }

    private static void WriteGitRef(Utf8JsonWriter json, ShownObject shown, string path)
    {
        json.WritePropertyName(path);
        FieldJson.WriteGitRef(json, shown.Store.ReadGitRef(shown.Record.Uid, path));
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            FieldJson.WriteFloat(json, name, number);
    }
}
