using System.Runtime.CompilerServices;

namespace Neptune.Monitoring;

/// <summary>
/// <see cref="Console.Out"/> or <see cref="Console.Error"/>: has a tee before its writer while somebody listens. A writer that somebody else sets meanwhile is
/// theirs and stays; the next one who listens gets a tee before it.
/// </summary>
internal sealed class ConsoleStream
{
    private readonly Func<TextWriter> current;
    private readonly Action<TextWriter> replace;
    private readonly Lock gate = new();

    /// <summary>Each tee by what the console has for it. Somebody may keep that and set it again, long after nobody listens.</summary>
    private readonly ConditionalWeakTable<TextWriter, ConsoleTee> tees = [];

    /// <param name="current">The writer that the console has.</param>
    /// <param name="replace">Gives it another one.</param>
    internal ConsoleStream(Func<TextWriter> current, Action<TextWriter> replace)
    {
        this.current = current;
        this.replace = replace;
    }

    public static ConsoleStream Stdout { get; } = new(() => Console.Out, Console.SetOut);

    public static ConsoleStream Stderr { get; } = new(() => Console.Error, Console.SetError);

    /// <summary>Passes every line written from now on to a listener, until the result is disposed.</summary>
    public IDisposable Listen(Action<string> line)
    {
        var listener = new LineBuffer(line);
        lock (gate)
        {
            var writer = current();
            if (!tees.TryGetValue(writer, out var tee))
            {
                tee = new ConsoleTee(writer);
                // What is synchronised already is what the console keeps.
                var synchronised = TextWriter.Synchronized(tee);
                tees.Add(synchronised, tee);
                replace(synchronised);
            }
            tee.Add(listener);
            return new Listening(this, tee, listener);
        }
    }

    private void Leave(ConsoleTee tee, LineBuffer listener)
    {
        lock (gate)
        {
            if (tee.Remove(listener) && tees.TryGetValue(current(), out var installed) && installed == tee)
                replace(tee.Inner);
        }
        lock (listener)
            listener.Finish();
    }

    private sealed class Listening(ConsoleStream stream, ConsoleTee tee, LineBuffer listener) : IDisposable
    {
        public void Dispose() => stream.Leave(tee, listener);
    }
}
