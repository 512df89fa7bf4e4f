using System.Text;

namespace Neptune.Monitoring;

/// <summary>Stands in for <see cref="Console.Out"/> or <see cref="Console.Error"/> while somebody listens: passes everything through and hands it to the listeners.</summary>
internal sealed class ConsoleTee : TextWriter
{
    private readonly Func<TextWriter> current;
    private readonly Action<TextWriter> replace;
    private readonly Lock gate = new();
    private TextWriter inner = Null;
    private TextWriter? installed;
    private LineBuffer[] listeners = [];

    private ConsoleTee(Func<TextWriter> current, Action<TextWriter> replace)
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        this.current = current;
        this.replace = replace;
    }

    public static ConsoleTee Stdout { get; } = new(() => Console.Out, Console.SetOut);

    public static ConsoleTee Stderr { get; } = new(() => Console.Error, Console.SetError);

    public override Encoding Encoding => inner.Encoding;

    /// <summary>Passes every line written from now on to a listener, until the result is disposed.</summary>
    public IDisposable Listen(Action<string> line)
    {
        var buffer = new LineBuffer(line);
        lock (gate)
        {
            listeners = [.. listeners, buffer];
            if (installed is null)
            {
                inner = current();
                replace(this);
                installed = current();
            }
        }
        return new Listening(this, buffer);
    }

    public override void Write(char value)
    {
        inner.Write(value);
        Pass([value]);
    }

    public override void Write(string? value)
    {
        inner.Write(value);
        Pass(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        inner.Write(buffer, index, count);
        Pass(buffer.AsSpan(index, count));
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        inner.Write(buffer);
        Pass(buffer);
    }

    public override void WriteLine() => Write(CoreNewLine);

    public override void WriteLine(string? value)
    {
        inner.WriteLine(value);
        Pass(value);
        Pass("\n");
    }

    public override void Flush() => inner.Flush();

    private void Pass(ReadOnlySpan<char> text)
    {
        foreach (var listener in Volatile.Read(ref listeners))
        {
            lock (listener)
                listener.Feed(text);
        }
    }

    private void Leave(LineBuffer buffer)
    {
        lock (gate)
        {
            listeners = [.. listeners.Where(l => l != buffer)];
            if (listeners.Length == 0 && ReferenceEquals(current(), installed))
            {
                replace(inner);
                installed = null;
            }
        }
        lock (buffer)
            buffer.Finish();
    }

    private sealed class Listening(ConsoleTee tee, LineBuffer buffer) : IDisposable
    {
        public void Dispose() => tee.Leave(buffer);
    }
}
