using System.Text;

namespace Neptune.Cli.Output;

/// <summary>Writes text of whatever origin to a terminal: line breaks and tabs work, everything else that would steer the terminal becomes a blank.</summary>
internal sealed class HarmlessWriter(TextWriter terminal) : TextWriter
{
    private readonly StringBuilder text = new();
    private bool afterReturn;

    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        foreach (var c in buffer)
            Add(c);
        terminal.Write(text);
        text.Clear();
    }

    public override void Flush() => terminal.Flush();

    /// <summary>A carriage return counts as part of a line break only: alone, it would write over the line.</summary>
    private void Add(char c)
    {
        if (afterReturn)
            text.Append(c == '\n' ? '\r' : ' ');
        afterReturn = c == '\r';
        if (!afterReturn)
            text.Append(Steering.Is(c) && c is not ('\n' or '\t') ? ' ' : c);
    }
}
