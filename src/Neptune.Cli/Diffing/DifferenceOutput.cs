using Neptune.Cli.Output;

namespace Neptune.Cli.Diffing;

/// <summary>Writes a difference: a row per field, or one JSON object keyed by field path.</summary>
internal static class DifferenceOutput
{
    private const string Absent = "–";

    public static void WriteTable(ObjectDifference difference, Terminal terminal)
    {
        if (difference.Fields.Count == 0)
        {
            terminal.Out.WriteLine($"{difference.LeftId} and {difference.RightId} do not differ.");
            return;
        }
        var table = TerminalTable.New(terminal, ["Field", difference.LeftId, difference.RightId], difference.LeftId, difference.RightId);
        foreach (var field in difference.Fields)
            table.AddTextRow([field.Path, field.Left ?? Absent, field.Right ?? Absent]);
        terminal.Write(table);
    }

    public static void WriteJson(ObjectDifference difference, Terminal terminal) => FieldJson.Write(terminal.Out, (json, _) =>
    {
        json.WriteStartObject();
        foreach (var field in difference.Fields)
        {
            json.WriteStartObject(field.Path);
            json.WriteString(difference.LeftId, field.Left);
            json.WriteString(difference.RightId, field.Right);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });
}
