using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Neptune.Cli.Output;

/// <summary>
/// Where the answers and the complaints of a command go. Redirected output is plain UTF-8, as it is and as wide as it needs to be; on a
/// terminal, nothing that was stored can steer it.
/// </summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>What names standard output where a file could be named.</summary>
    public const string StandardOutput = "-";

    private const int Unlimited = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private Terminal(bool isRedirected)
    {
        IsRedirected = isRedirected;
        Out = isRedirected ? new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 1 << 16) : new HarmlessWriter(Console.Out);
    }

    /// <summary>Whether a program or a file gets the output and not a person.</summary>
    public bool IsRedirected { get; }

    /// <summary>How many cells a line has; no limit when it is redirected.</summary>
    public int Width => IsRedirected ? int.MaxValue : AnsiConsole.Profile.Width;

    /// <summary>Whether somebody would see a progress bar, which goes to stderr.</summary>
    public bool ShowsProgress { get; } = !Console.IsErrorRedirected;

    /// <summary>Where progress is shown.</summary>
    public static IAnsiConsole ErrorConsole => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    public TextWriter Out { get; }

    public TextWriter Error { get; } = new HarmlessWriter(Console.Error);

    public static Terminal Open()
    {
        if (!Console.IsOutputRedirected && OperatingSystem.IsWindows())
            Console.OutputEncoding = Utf8;
        return new(Console.IsOutputRedirected);
    }

    /// <summary>Writes a table.</summary>
    public void Write(TerminalTable table) => table.Write(Out, Width);

    /// <summary>Writes a tree.</summary>
    public void Write(Tree tree)
    {
        if (IsRedirected)
            WritePlain(tree);
        else
            AnsiConsole.Write(new HarmlessRenderable(tree));
    }

    /// <summary>Writes bytes to redirected output.</summary>
    public void WriteBytes(Action<Stream> write)
    {
        Out.Flush();
        using var bytes = Console.OpenStandardOutput();
        write(bytes);
    }

    /// <summary>Says on one line of stderr what is wrong.</summary>
    public void Complain(string message) => Error.WriteLine($"neptune: {OneLine.Of(message)}");

    /// <summary>Asks a question; nothing but a yes is one.</summary>
    public bool Confirms(string question)
    {
        Out.Write($"{question} [y/N] ");
        Out.Flush();
        return Console.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    public void Dispose()
    {
        if (IsRedirected)
            Out.Dispose();
    }

    private void WritePlain(Tree tree)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Unlimited;
        console.Write(tree);
        foreach (var line in text.GetStringBuilder().ToString().AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                Out.WriteLine(line.TrimEnd());
        }
    }
}
