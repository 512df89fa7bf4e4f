using System.Text;

namespace Neptune.Generators.Emit;

/// <summary>Text that is indented by blocks.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            text.Append(' ', depth * 4).Append(line);
        text.Append('\n');
    }

    /// <summary>Opens a block; what is written until the result is disposed stands in it.</summary>
    public Block Open(string header)
    {
        Line(header);
        Line("{");
        depth++;
        return new(this, "}");
    }

    public override string ToString() => text.ToString();

    internal readonly struct Block(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(end);
        }
    }
}
