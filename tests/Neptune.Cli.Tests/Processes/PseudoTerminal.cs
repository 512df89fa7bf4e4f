using System.Diagnostics;
using System.Text;

namespace Neptune.Cli.Tests;

/// <summary>A command on a terminal of its own, which the program <c>script</c> of util-linux makes.</summary>
public sealed class PseudoTerminal : IDisposable
{
    private const string Tool = "script";

    private readonly Process process;

    private PseudoTerminal(Process process) => this.process = process;

    /// <summary>Starts a command with a store. A user's machine without the tool skips the test; in CI that is a failure.</summary>
    public static PseudoTerminal StartOrSkip(string home, ProcessStartInfo command)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Pseudo-terminals are made by the script program of Linux.");
        var line = string.Join(' ', command.ArgumentList.Prepend(command.FileName).Select(word => $"'{word}'"));
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

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
