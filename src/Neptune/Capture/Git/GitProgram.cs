using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Capture.Git;

/// <summary>
/// The git program of the machine, asked so that neither the settings of its user nor those of a repository change what it prints, and so that it runs nothing
/// that a repository names but the filters of its files, without which no file could be compared.
/// </summary>
internal sealed partial class GitProgram
{
    /// <summary>A question that takes longer is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The first with the format of <c>git status</c> that is read here.</summary>
    private static readonly Version Oldest = new(2, 11);

    private static readonly Lazy<GitProgram?> Found = new(Find);

    private static readonly string[] Settings =
    [
        "--no-pager",
        "-c", "core.fsmonitor=",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.quotePath=true",
        "-c", "core.safecrlf=false",
        "-c", "color.ui=false",
        "-c", "log.showSignature=false",
        "-c", "status.renames=false",
        "-c", "diff.autoRefreshIndex=true",
        "-c", "diff.orderFile=/dev/null",
        "-c", "diff.relative=false",
        "-c", "diff.suppressBlankEmpty=false",
        "-c", "protocol.allow=never",
        "-c", "safe.bareRepository=explicit",
    ];

    private readonly string path;

    private GitProgram(string path) => this.path = path;

    /// <summary>The one on the path; <see langword="null"/> when there is none, or none that can be asked.</summary>
    public static GitProgram? Installed => Found.Value;

    /// <exception cref="NeptuneException">It cannot be started, or does not end.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public GitAnswer Ask(string folder, string[] arguments, string input = "", CancellationToken cancellation = default)
    {
        using var output = new MemoryStream();
        return Ask(folder, arguments, output, input, cancellation) with { Text = Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length) };
    }

    /// <summary>As <see cref="Ask(string, string[], string, CancellationToken)"/>, with the answer written to a stream while it comes.</summary>
    public GitAnswer Ask(string folder, string[] arguments, Stream output, string input = "", CancellationToken cancellation = default)
    {
        var question = $"git {arguments.First(argument => !argument.StartsWith('-'))} in {folder}";
        using var process = Start(folder, arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var ending = patience.Token.Register(() => End(process));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var feeding = input.Length > 0 ? Task.Run(() => FeedAsync(process, input), CancellationToken.None) : Task.CompletedTask;
        if (input.Length == 0)
            process.StandardInput.Close();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        feeding.GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        if (patience.IsCancellationRequested)
            throw new NeptuneException($"{question} had not ended after {Patience.TotalSeconds} s and was given up.");
        return new GitAnswer(question, process.ExitCode, "", errors.Result);
    }

    private static GitProgram? Find()
    {
        // Only folders that are named in full: the current one may be anybody's.
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified);
        var found = folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git")).FirstOrDefault(File.Exists);
        if (found is not null && OperatingSystem.IsMacOS() && found == "/usr/bin/git")
            found = MacDeveloperTools();
        return found is not null && new GitProgram(found) is var git && git.IsUsable() ? git : null;
    }

    /// <summary>What stands on the path of every Mac asks its user to install the developer tools; only the tools have a git.</summary>
    private static string? MacDeveloperTools() =>
        ((string[])["/Library/Developer/CommandLineTools/usr/bin/git", "/Applications/Xcode.app/Contents/Developer/usr/bin/git"]).FirstOrDefault(File.Exists);

    private bool IsUsable()
    {
        try
        {
            return Ask(Path.GetTempPath(), ["version"]) is { ExitCode: 0 } answer && Version.TryParse(Number().Match(answer.Text).Value, out var version) && version >= Oldest;
        }
        catch (NeptuneException)
        {
            // Not a program for this machine: as if there were none.
            return false;
        }
    }

    private Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(path, [.. Settings, .. arguments])
        {
            WorkingDirectory = folder,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        GitEnvironment.Set(start.Environment);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new NeptuneException($"{path} cannot be started in {folder}: {e.Message}", e);
        }
    }

    private static async Task FeedAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading all; its exit code says why.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Number();
}
