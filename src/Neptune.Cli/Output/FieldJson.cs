using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neptune.Cli.Output;

/// <summary>Values as JSON; what JSON has no number for, NaN and the infinities, is a string.</summary>
internal static class FieldJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes one JSON document to a text writer.</summary>
    public static void Write(TextWriter to, Action<Utf8JsonWriter, Action> document)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, Options);
        document(json, Flush);
        Flush();
        to.WriteLine();

        void Flush()
        {
            json.Flush();
            to.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            buffer.SetLength(0);
        }
    }

    public static void WriteScalar(Utf8JsonWriter json, string name, ScalarValue value)
    {
        switch (value.Type)
        {
            case FieldType.Int:
                json.WriteNumber(name, value.Whole);
                break;
            case FieldType.Float:
                WriteFloat(json, name, value.Real);
                break;
            case FieldType.Bool:
                json.WriteBoolean(name, value.Whole != 0);
                break;
            default:
                json.WriteString(name, FieldText.Of(value));
                break;
        }
    }

    public static void WriteFloat(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteString(name, FieldText.Of(value));
    }

    /// <summary>Writes a git ref as an object.</summary>
    public static void WriteGitRef(Utf8JsonWriter json, GitRefInfo git)
    {
        json.WriteStartObject();
        json.WriteString("commitId", git.CommitId);
        json.WriteString("message", git.Message);
        json.WriteString("authorName", git.AuthorName);
        json.WriteString("authorEmail", git.AuthorEmail);
        json.WriteString("commitDate", FieldText.Time(git.CommitDate.UtcTicks));
        json.WriteString("currentBranch", git.CurrentBranch);
        WriteStrings(json, "remotes", git.Remotes);
        json.WriteBoolean("dirty", git.Dirty);
        json.WriteEndObject();
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
