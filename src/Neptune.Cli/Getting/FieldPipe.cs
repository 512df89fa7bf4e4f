using System.Text;
using Neptune.Cli.Output;

namespace Neptune.Cli.Getting;

/// <summary>Writes the value of a field to standard output: text as text, files as they are, several files as one zip.</summary>
internal static class FieldPipe
{
    /// <summary>So much of a file tells whether it is a text.</summary>
    private const int Sample = 8192;

    /// <exception cref="NeptuneOptionsException">The output is a terminal and the value no text.</exception>
    public static void Write(FieldValue value, Terminal terminal)
    {
        if (!value.IsContent)
            value.WriteText(terminal.Out);
        else if (terminal.IsRedirected)
            terminal.WriteBytes(value.WriteBytes);
        else
            Show(value, terminal);
    }

    private static void Show(FieldValue value, Terminal terminal)
    {
        if (value.Field.File is null || !IsText(value))
            throw new NeptuneOptionsException($"\"{value.Field.Path}\" is no text for a terminal. Redirect the output, or name a file with --output.");
        using var text = new StreamReader(value.Open(value.Field.File), Encoding.UTF8);
        var buffer = new char[Sample];
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
            terminal.Out.Write(buffer.AsSpan(0, read));
        terminal.Out.WriteLine();
    }

    private static bool IsText(FieldValue value)
    {
        using var content = value.Open(value.Field.File!);
        var bytes = new byte[Sample];
        return !bytes.AsSpan(0, content.ReadAtLeast(bytes, Sample, throwOnEndOfStream: false)).Contains((byte)0);
    }
}
