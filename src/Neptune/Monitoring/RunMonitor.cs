using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neptune.Monitoring;

/// <summary>The background work of one run: console output, hardware, unhandled exceptions.</summary>
internal sealed class RunMonitor : IDisposable
{
    private readonly Run run;
    private readonly List<IDisposable> jobs = [];

    public RunMonitor(Run run, RunOptions options, string ns)
    {
        this.run = run;
        var interactive = IsInteractive;
        var (stdout, stderr, hardware) = (options.CaptureStdout ?? !interactive, options.CaptureStderr ?? !interactive, options.CaptureHardwareMetrics ?? !interactive);
        if (stdout || stderr || hardware || options.CaptureTraceback)
            Identify(ns);
        if (stdout)
            Capture(ConsoleTee.Stdout, $"{ns}/stdout");
        if (stderr)
            Capture(ConsoleTee.Stderr, $"{ns}/stderr");
        if (hardware)
            jobs.Add(new HardwareSampler(run, ns, run.Core.Log));
        if (options.FailOnException || options.CaptureTraceback)
            FailureWatch.Add(run);
    }

    /// <summary>A notebook kernel or a script host: there the console belongs to the user, not to one run.</summary>
    private static bool IsInteractive =>
        AppDomain.CurrentDomain.FriendlyName is var host
        && (host.Contains("dotnet-interactive", StringComparison.OrdinalIgnoreCase) || host.Contains("csi", StringComparison.OrdinalIgnoreCase) && host.Length <= "csi.exe".Length || host.Contains("dotnet-repl", StringComparison.OrdinalIgnoreCase));

    /// <summary>The namespace used when none is named: the same for the same host, process and thread, another for any other.</summary>
    public static string DefaultNamespace()
    {
        var origin = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Environment.CurrentManagedThreadId}");
        return $"monitoring/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))[^8..]}";
    }

    public void Dispose()
    {
        FailureWatch.Remove(run);
        foreach (var job in jobs)
            job.Dispose();
        jobs.Clear();
    }

    private void Identify(string ns)
    {
        run[$"{ns}/hostname"].Assign(Environment.MachineName);
        run[$"{ns}/pid"].Assign(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        run[$"{ns}/tid"].Assign(Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture));
    }

    private void Capture(ConsoleTee console, string path)
    {
        var field = run[path];
        field.Extend(Array.Empty<string>());
        jobs.Add(console.Listen(line => Log(field, line)));
    }

    private static void Log(Field field, string line)
    {
        try
        {
            field.Append(line);
        }
        catch (NeptuneException)
        {
            // Somebody deleted or retyped the field, or the run has just stopped: printing must go on all the same.
        }
    }
}
