using System.Diagnostics;
using System.Diagnostics.Metrics;
using Neptune.Capture;
using Neptune.Monitoring;
using Neptune.Objects;
using Neptune.Values;

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
    private readonly RunCapture? capture;
    private readonly bool isQuiet;
    private readonly long openedAt = Environment.TickCount64;
    private ObjectEnd? loggedEnd;
    private int endLogged;

    private Run(OpenedObject opened, RunOptions options, bool isQuiet = false)
        : base(opened)
    {
        this.options = options;
        this.isQuiet = isQuiet;
        MonitoringNamespace = FieldPath.Normalize(options.MonitoringNamespace ?? Settings.Variable(Settings.MonitoringVariable) ?? RunMonitor.DefaultNamespace());
        if (Mode == ConnectionMode.ReadOnly)
            return;
        this.Describe(options.Name, options.Description ?? (opened.Created ? "" : null), options.Tags);
        if (opened.Created)
            this[SysFields.Hostname].Assign(Environment.MachineName);
        // Before the console is captured: where the run is, it knows.
        if (Speaks)
            Core.Log.ObjectAt(Id, Url);
        monitor = new RunMonitor(this, options, MonitoringNamespace);
        capture = new RunCapture(this, options, opened.Created, MonitoringNamespace);
        capture.Start();
        SignalWatch.Start();
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

    /// <summary>
    /// Creates a run for a part of this one, such as a trial of a search, in the same project and store. <c>parent/id</c> in the child and
    /// the set <c>children</c> here link the two. A child records what is logged to it and nothing by itself, and stops without a word.
    /// </summary>
    /// <param name="name">A name for people.</param>
    /// <exception cref="NeptuneReadOnlyException">This run was opened read-only.</exception>
    /// <exception cref="NeptuneStoppedException">This run is stopped.</exception>
    public Run InitChild(string? name = null)
    {
        Core.RequireWritable();
        var childOptions = Silent(beside: this);
        // An id of its own keeps the child from being taken for the run that NEPTUNE_CUSTOM_RUN_ID names.
        (childOptions.Name, childOptions.CustomRunId) = (name, Guid.NewGuid().ToString("N"));
        var child = new Run(ObjectOpener.Run(childOptions), childOptions, isQuiet: true);
        child["parent/id"] = Id;
        this["children"].Add(child.Id);
        return child;
    }

    /// <inheritdoc cref="InitChild"/>
    public Task<Run> InitChildAsync(string? name = null, CancellationToken cancellation = default) => Task.Run(() => InitChild(name), cancellation);

    /// <summary>
    /// Logs what the instruments of a meter measure to float series <c>metrics/METER/INSTRUMENT</c>, with <c>{tag=value}</c> behind
    /// for each set of tags. Counters log their sum since the call, observable instruments are read every <see cref="ObjectOptions.FlushPeriod"/>.
    /// </summary>
    /// <returns>Ends the logging when disposed; the end of the run ends it too.</returns>
    /// <exception cref="NeptuneReadOnlyException">The run was opened read-only.</exception>
    /// <exception cref="NeptuneStoppedException">The run is stopped.</exception>
    public IDisposable Observe(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return Observe(other => ReferenceEquals(other, meter));
    }

    /// <summary>As <see cref="Observe(Meter)"/>, for all meters of a name, also those that are made later, such as <c>System.Net.Http</c>.</summary>
    /// <inheritdoc cref="Observe(Meter)"/>
    public IDisposable Observe(string meterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(meterName);
        return Observe(meter => meter.Name == meterName);
    }

    /// <summary>
    /// Logs what a child process prints, one line a point, to the string series <c>processes/NAME/stdout</c> and <c>stderr</c> below
    /// <see cref="MonitoringNamespace"/>, and how it ended to <c>exit_code</c>. NAME is that of its program; the second one is <c>NAME_2</c>. The process was
    /// started with redirected output, which is read to its end by <see cref="Process.OutputDataReceived"/> and <see cref="Process.ErrorDataReceived"/>: handle
    /// these to see the lines as well, and leave <see cref="Process.StandardOutput"/> alone.
    /// </summary>
    /// <returns>Ends the logging when disposed; the end of the run ends it too. What an exited process has printed is logged to its end then.</returns>
    /// <exception cref="ArgumentException">The process was not started, its output is not redirected, or is read by its reader.</exception>
    /// <exception cref="InvalidOperationException">It was not started by this object.</exception>
    /// <exception cref="NeptuneReadOnlyException">The run was opened read-only.</exception>
    /// <exception cref="NeptuneStoppedException">The run is stopped.</exception>
    public IDisposable Observe(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Monitor.Observe(process);
    }

    /// <summary>
    /// Starts a child process and logs what it prints and how it ended, as <see cref="Observe(Process)"/> does. It stays visible: what it prints is written
    /// to <see cref="Console.Out"/> and <see cref="Console.Error"/> as it comes, and of a line that is drawn over and over, such as a progress bar, what it showed at last is logged.
    /// </summary>
    /// <param name="startInfo">What to start. Its output becomes redirected.</param>
    /// <returns>The process, to wait for. Its output is being read; a run that stops before it exits logs what it has printed until then.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    /// <exception cref="InvalidOperationException">It is to be started by the shell, which takes its output.</exception>
    /// <exception cref="NeptuneReadOnlyException">The run was opened read-only.</exception>
    /// <exception cref="NeptuneStoppedException">The run is stopped.</exception>
    public Process Observe(ProcessStartInfo startInfo)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        return Monitor.Observe(startInfo);
    }

    private RunMonitor Monitor => monitor ?? throw new NeptuneReadOnlyException(Id);

    private IDisposable Observe(Func<Meter, bool> isWatched) => Monitor.Observe(isWatched);

    /// <summary>Opens a stopped run once more, without any monitoring.</summary>
    internal Run Reopen()
    {
        var silent = Silent(beside: this);
        (silent.WithId, silent.MonitoringNamespace) = (Id, MonitoringNamespace);
        return new(ObjectOpener.Run(silent), silent, isQuiet: true);
    }

    /// <summary>Options for a run that records nothing by itself.</summary>
    internal static RunOptions Silent(Run? beside = null) => new()
    {
        Beside = beside,
        CaptureStdout = false,
        CaptureStderr = false,
        CaptureHardwareMetrics = false,
        CaptureRuntimeMetrics = false,
        CaptureEnvironment = false,
        SourceFiles = [],
        Dependencies = DependencyCapture.None,
        GitRef = GitRef.Disabled,
        CaptureTraceback = false,
        FailOnException = false,
    };

    /// <summary>Whether it is recorded that something ended the run.</summary>
    internal bool HasEndLogged => Volatile.Read(ref endLogged) != 0;

    /// <summary>Logs the exception that ended the run, as the run that was opened with the settings wants it. A second one changes nothing.</summary>
    internal void LogEnd(object exception, Run settings)
    {
        if (settings.HasEndLogged)
            return;
        var end = ObjectEnd.By(exception);
        if (end.State == ObjectState.Failed && settings.options.CaptureTraceback)
            this[$"{MonitoringNamespace}/traceback"].Extend(WholeText.Mended($"{exception}").Split('\n').Select(line => line.TrimEnd('\r')));
        LogEnd(end, settings);
    }

    internal void LogEnd(ObjectEnd end, Run settings)
    {
        if (Interlocked.Exchange(ref settings.endLogged, 1) != 0)
            return;
        if (end.State != ObjectState.Failed)
        {
            loggedEnd = end;
        }
        else if (settings.options.FailOnException || settings.isQuiet)
        {
            loggedEnd = end;
            this[SysFields.Failed].Assign(true);
        }
    }

    private protected override ObjectEnd End => loggedEnd ?? SignalWatch.End ?? ObjectEnd.Finished;

    private protected override void Disposing()
    {
        if (Core.IsStopped || Mode == ConnectionMode.ReadOnly || FailureWatch.Unwinding(openedAt) is not { } exception)
            return;
        try
        {
            LogEnd(exception, settings: this);
        }
        catch (NeptuneException e)
        {
            // It must not take the place of the exception that is on its way.
            Core.Log.JobFailed(Id, "failure reporting", e.Message);
        }
    }

    private protected override async Task StoppingAsync(TimeSpan? timeout)
    {
        if (OpenObjects.ExitEnd is { } exit && options.FailOnException && Mode != ConnectionMode.ReadOnly)
            LogEnd(exit, settings: this);
        monitor?.Dispose();
        if (capture is not null)
            await capture.FinishAsync(timeout).ConfigureAwait(false);
    }

    private protected override void Stopped()
    {
        if (!Speaks)
            return;
        var how = End is { State: not ObjectState.Finished } end ? $"{ObjectStates.Text(end.State)} ({end.Reason})" : "finished";
        if (Core.IsEndStored)
            Core.Log.RunEnded(Id, how, Page?.AbsoluteUri ?? $"neptune ui {Id}");
        else
            Core.Log.RunEnded(Id, $"{how}, which the store does not have", Url.AbsoluteUri);
    }

    /// <summary>Whether people are told where the run is.</summary>
    private bool Speaks => !isQuiet && Mode is (ConnectionMode.Async or ConnectionMode.Sync);
}
