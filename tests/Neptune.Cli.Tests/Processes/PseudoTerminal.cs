using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Cli.Tests;

/// <summary>A command on a terminal of its own, which the program <c>script</c> of util-linux makes.</summary>
public sealed partial class PseudoTerminal : IDisposable
{
    private const string Tool = "script";

    private readonly Process process;

    private PseudoTerminal(Process process) => this.process = process;

    /// <summary>Starts a command with a store. A user's machine without the tool skips the test; in CI that is a failure.</summary>
    /// <param name="home">The folder that holds the store.</param>
    /// <param name="command">What to run.</param>
    /// <param name="columns">How wide the terminal is; as the system has it by default.</param>
    public static PseudoTerminal StartOrSkip(string home, ProcessStartInfo command, int? columns = null)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Pseudo-terminals are made by the script program of Linux.");
        var line = string.Join(' ', command.ArgumentList.Prepend(command.FileName).Select(word => $"'{word}'"));
        if (columns is not null)
            line = $"stty columns {columns}; {line}";
        var start = Command.Program(Tool, "--quiet", "--return", "--command", line, "/dev/null");
        start.WorkingDirectory = home;
        start.Environment["NEPTUNE_HOME"] = home;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = "1";
        try
        {
            return new(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{Tool} is missing; install it with `apt-get install bsdutils`.");
            throw;
        }
    }

    /// <summary>What the terminal shows up to and with a text, or all there is when that never comes.</summary>
    public string ReadUntil(string text)
    {
        var shown = new StringBuilder();
        for (var next = process.StandardOutput.Read(); next >= 0; next = process.StandardOutput.Read())
        {
            shown.Append((char)next);
            if (shown.ToString().EndsWith(text, StringComparison.Ordinal))
                break;
        }
        return shown.ToString();
    }

    public string ReadToEnd() => process.StandardOutput.ReadToEnd();

    /// <summary>Runs a command to its end.</summary>
    /// <returns>The lines that the terminal shows, without what the runtime sends first to switch the keypad.</returns>
    public static string[] LinesOrSkip(string home, ProcessStartInfo command, int? columns = null)
    {
        using var terminal = StartOrSkip(home, command, columns);
        return LineEnd().Replace(terminal.ReadToEnd(), "\n").Replace("\e[?1h\e=", "", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>The terminal puts a carriage return of its own before each line feed.</summary>
    [GeneratedRegex("\r+\n")]
    private static partial Regex LineEnd();
}
