using Neptune.Cli.Output;

namespace Neptune.Cli.Comparing;

/// <summary>Writes a comparison: a row per field and a column per object, or one JSON object keyed by field path.</summary>
internal static class ComparisonOutput
{
    private const string Absent = "–";

    public static void WriteTable(Comparison comparison, Terminal terminal)
    {
        var ids = comparison.Ids;
        if (comparison.Fields.Count == 0)
        {
            terminal.Out.WriteLine($"{(ids.Count == 1 ? $"{ids[0]} and {ids[0]}" : $"{string.Join(", ", ids.SkipLast(1))} and {ids[^1]}")} do not differ.");
            return;
        }
        var table = TerminalTable.Wrapping(terminal, ["Field", .. ids]);
        foreach (var field in comparison.Fields)
            table.AddTextRow([field.Path, .. (terminal.IsRedirected ? field.Texts : Excerpt.Of(field.Texts)).Select(text => text ?? Absent)]);
        terminal.Write(table);
    }

    public static void WriteJson(Comparison comparison, Terminal terminal) => FieldJson.Write(terminal.Out, (json, _) =>
    {
        json.WriteStartObject();
        foreach (var field in comparison.Fields)
        {
            json.WriteStartObject(field.Path);
            foreach (var (id, text) in comparison.Ids.Zip(field.Texts))
                json.WriteString(id, text);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });
}
