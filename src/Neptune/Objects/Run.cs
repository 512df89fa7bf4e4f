using Neptune.Monitoring;
using Neptune.Objects;

namespace Neptune;

/// <summary>One execution of training or evaluation code: its parameters, metrics, files and environment.</summary>
/// <example>
/// <code>
/// using var run = Run.Init();
/// run["params/lr"] = 0.01;
/// run["train/loss"].Append(0.5);
/// </code>
/// </example>
public sealed class Run : NeptuneObject
{
    private readonly RunOptions options;
    private readonly RunMonitor? monitor;

    private Run(OpenedObject opened, RunOptions options)
        : base(opened)
    {
        this.options = options;
        MonitoringNamespace = FieldPath.Normalize(options.MonitoringNamespace ?? Settings.Variable(Settings.MonitoringVariable) ?? RunMonitor.DefaultNamespace());
        if (Mode == ConnectionMode.ReadOnly)
            return;
        this.Describe(options.Name, options.Description ?? (opened.Created ? "" : null), options.Tags);
        if (opened.Created)
            this[SysFields.Hostname].Assign(Environment.MachineName);
        monitor = new RunMonitor(this, options, MonitoringNamespace);
    }

    /// <summary>Where this process logs its monitoring data, such as <c>monitoring/1f2e3d4c</c>.</summary>
    public string MonitoringNamespace { get; }

    /// <summary>Creates a run, or goes on with one by its id or your own id of it.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no run with the id.</exception>
    /// <exception cref="NeptuneOptionsException">Options contradict each other, or read-only mode has no id.</exception>
    /// <exception cref="NeptuneNameException">The project's name is no <c>workspace/name</c>.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be opened.</exception>
    public static Run Init(RunOptions? options = null)
    {
        options ??= new();
        return new(ObjectOpener.Run(options), options);
    }

    /// <inheritdoc cref="Init"/>
    public static Task<Run> InitAsync(RunOptions? options = null, CancellationToken cancellation = default) => Task.Run(() => Init(options), cancellation);

    /// <summary>Opens a stopped run once more, without any monitoring.</summary>
    internal Run Reopen() => Init(new RunOptions
    {
        WithId = Id,
        Project = ProjectName,
        StorePath = options.StorePath,
        Logger = options.Logger,
        MonitoringNamespace = MonitoringNamespace,
        CaptureStdout = false,
        CaptureStderr = false,
        CaptureHardwareMetrics = false,
        CaptureTraceback = false,
        FailOnException = false,
    });

    internal void LogFailure(object exception, Run settings)
    {
        if (settings.options.CaptureTraceback)
            this[$"{MonitoringNamespace}/traceback"].Extend($"{exception}".Split('\n').Select(line => line.TrimEnd('\r')));
        if (settings.options.FailOnException)
            this[SysFields.Failed].Assign(true);
    }

    private protected override Task StoppingAsync()
    {
        monitor?.Dispose();
        return Task.CompletedTask;
    }

    private protected override void Stopped()
    {
        if (Mode is ConnectionMode.Async or ConnectionMode.Sync)
            Core.Log.ObjectAt(Id, Url);
    }
}
