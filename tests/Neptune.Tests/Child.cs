using System.Diagnostics;
using System.Text;

namespace Neptune.Tests;

/// <summary>A process of the test child program.</summary>
public sealed class Child : IDisposable
{
    /// <summary>Among its variables, the program whose dependencies it is started with, as test hosts are.</summary>
    public const string DependenciesOf = "NEPTUNE_TEST_DEPENDENCIES_OF";

    private static readonly Dictionary<string, string?> Nothing = [];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Task output;
    private readonly StringBuilder printed = new();
    private readonly Task<string> errors;

    private Child(string home, string[] arguments, string[] launcher, IReadOnlyDictionary<string, string?> variables)
    {
        string[] command = [.. launcher, "dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (variables.TryGetValue(DependenciesOf, out var other))
        {
            foreach (var argument in (string[])["exec", "--depsfile", PathOf($"{other}.deps.json"), "--runtimeconfig", PathOf($"{other}.runtimeconfig.json")])
                start.ArgumentList.Add(argument);
        }
        start.ArgumentList.Add(PathOf("Neptune.TestChild.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["NEPTUNE_HOME"] = home;
        start.Environment["NEPTUNE_PROJECT"] = TemporaryStore.Project;
        start.Environment[TestChild.Orphan.Variable] = "1";
        start.Environment.Remove("NEPTUNE_MODE");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        output = Task.Run(ReadOutput);
        errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    private string Printed
    {
        get
        {
            lock (printed)
                return $"{printed}";
        }
    }

    public static Child Start(string home, params string[] arguments) => new(home, arguments, [], Nothing);

    /// <summary>Starts it by another program, such as one that takes rights away, and with variables of its own.</summary>
    public static Child StartBy(string[] launcher, IReadOnlyDictionary<string, string> environment, string home, params string[] arguments) =>
        new(home, arguments, launcher, environment.ToDictionary(variable => variable.Key, string? (variable) => variable.Value));

    public static ChildResult RunToEnd(string home, params string[] arguments) => RunToEnd(home, Nothing, arguments);

    /// <param name="home">Where its store is.</param>
    /// <param name="variables">What its environment has besides; <see langword="null"/> for what it has not.</param>
    /// <param name="arguments">What it does.</param>
    public static ChildResult RunToEnd(string home, IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        using var child = new Child(home, arguments, [], variables);
        return child.WaitForEnd();
    }

    public ChildResult WaitForEnd()
    {
        if (!process.WaitForExit(Limit))
        {
            process.Kill();
            throw new TimeoutException($"The child did not end: {Printed}{errors.Result}");
        }
        output.Wait();
        return new ChildResult(process.ExitCode, Printed, errors.Result);
    }

    /// <summary>Waits until the child has printed a line.</summary>
    public void WaitFor(string line)
    {
        if (!SpinWait.SpinUntil(() => Printed.Split('\n').Contains(line) || HasExited, Limit) || HasExited)
            throw new InvalidOperationException($"The child did not say \"{line}\": {Printed}{errors.Result}");
    }

    /// <summary>Sends a signal by its name, such as TERM.</summary>
    public void Send(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    private void ReadOutput()
    {
        var buffer = new char[4096];
        for (int read; (read = process.StandardOutput.Read(buffer)) > 0;)
        {
            lock (printed)
                printed.Append(buffer, 0, read);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}

/// <summary>How a child ended and what it printed.</summary>
public sealed record ChildResult(int ExitCode, string Output, string Errors);
