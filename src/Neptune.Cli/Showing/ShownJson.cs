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

    private static void WriteIfKnown(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            FieldJson.WriteFloat(json, name, number);
    }
}
