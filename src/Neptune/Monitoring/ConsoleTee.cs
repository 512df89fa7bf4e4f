using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Neptune.Monitoring;

/// <summary>Passes everything through to a writer as if it were not there, and hands it to listeners.</summary>
internal sealed class ConsoleTee : TextWriter
{
    private LineBuffer[] listeners = [];

    public ConsoleTee(TextWriter inner)
    {
        Inner = inner;
        base.NewLine = inner.NewLine;
    }

    public TextWriter Inner { get; }

    public override Encoding Encoding => Inner.Encoding;

    public override IFormatProvider FormatProvider => Inner.FormatProvider;

    [AllowNull]
    public override string NewLine
    {
        get => Inner.NewLine;
        set => base.NewLine = Inner.NewLine = value;
    }

    public void Add(LineBuffer listener) => listeners = [.. listeners, listener];

    /// <returns>Whether nobody listens any more.</returns>
    public bool Remove(LineBuffer listener) => (listeners = [.. listeners.Where(other => other != listener)]).Length == 0;

    public override void Write(char value)
    {
        Inner.Write(value);
        Pass([value]);
    }

    public override void Write(string? value)
    {
        Inner.Write(value);
        Pass(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Inner.Write(buffer, index, count);
        Pass(buffer.AsSpan(index, count));
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Inner.Write(buffer);
        Pass(buffer);
    }

    public override void WriteLine() => Write(CoreNewLine);

    public override void WriteLine(string? value)
    {
        Inner.WriteLine(value);
        Pass(value);
        Pass("\n");
    }

    public override void Flush() => Inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Inner.Dispose();
        base.Dispose(disposing);
    }

    private void Pass(ReadOnlySpan<char> text)
    {
        foreach (var listener in Volatile.Read(ref listeners))
        {
            lock (listener)
                listener.Feed(text);
        }
    }
}
