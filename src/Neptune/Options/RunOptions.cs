namespace Neptune;

/// <summary>What a run can be opened with.</summary>
public sealed class RunOptions : ObjectOptions
{
    /// <summary>A name for people, kept in <c>sys/name</c>.</summary>
    public string? Name { get; set; }

    /// <summary>What the run is about, kept in <c>sys/description</c>.</summary>
    public string? Description { get; set; }

    /// <summary>Your own id of the run. If the project has a run with it already, that run is continued. Default: <c>NEPTUNE_CUSTOM_RUN_ID</c>.</summary>
    public string? CustomRunId { get; set; }

    /// <summary>Tags to add to <c>sys/tags</c>.</summary>
    public IReadOnlyCollection<string> Tags { get; set; } = [];

    /// <summary>Whether lines written to <c>Console.Out</c> are logged to <c>monitoring/…/stdout</c>. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureStdout { get; set; }

    /// <summary>Whether lines written to <c>Console.Error</c> are logged to <c>monitoring/…/stderr</c>. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureStderr { get; set; }

    /// <summary>Whether CPU (% of the machine) and memory (GB in use) are logged every ten seconds. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureHardwareMetrics { get; set; }

    /// <summary>Whether an unhandled exception sets <c>sys/failed</c>. Default: yes.</summary>
    public bool FailOnException { get; set; } = true;

    /// <summary>Whether an unhandled exception is logged to <c>monitoring/…/traceback</c>. Default: yes.</summary>
    public bool CaptureTraceback { get; set; } = true;

    /// <summary>Where monitoring data goes. Default: <c>NEPTUNE_MONITORING_NAMESPACE</c>, else <c>monitoring/</c> and eight hex digits of this process and thread.</summary>
    public string? MonitoringNamespace { get; set; }
}
