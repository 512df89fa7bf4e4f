using System.Text.Json;
using Neptune.Cli.Output;

namespace Neptune.Cli.Listing;

/// <summary>A listing as one JSON array of objects, keyed by field path.</summary>
internal static class ListedJson
{
    /// <summary>Writes it object by object. On a terminal the output is its own progress bar.</summary>
    public static void Write(ListedObjects listed, Terminal terminal)
    {
        if (terminal.IsRedirected)
            ProgressBar.Watch(terminal, "Listing", progress => Write(listed, terminal, progress));
        else
            Write(listed, terminal, new());
    }

    private static void Write(ListedObjects listed, Terminal terminal, WorkProgress progress) => FieldJson.Write(terminal.Out, (json, flush) =>
    {
        json.WriteStartArray();
        foreach (var item in listed.Read(listed.Listing.Columns is [] ? null : [SysFields.Id, .. listed.Listing.Columns], progress))
        {
            json.WriteStartObject();
            foreach (var field in item.Fields)
                Write(json, field);
            json.WriteEndObject();
            flush();
        }
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, StoredField field)
    {
        if (field.Scalar is { } scalar)
            FieldJson.WriteScalar(json, field.Path, scalar);
        else if (field.Series?.Last is { } last)
            FieldJson.WriteFloat(json, field.Path, last);
        else if (field.Series?.LastText is { } text)
            json.WriteString(field.Path, text);
        else if (field.Type == FieldType.StringSet)
            FieldJson.WriteStrings(json, field.Path, field.Members ?? []);
    }
}
