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

    /// <summary>Whether CPU (%), memory (GB in use) and NVIDIA GPUs (%, GB, W) are logged every ten seconds, of the container or else of the machine. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureHardwareMetrics { get; set; }

    /// <summary>Whether garbage collection, thread pool and exceptions are logged to <c>monitoring/…/dotnet</c> every ten seconds. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureRuntimeMetrics { get; set; }

    /// <summary>Whether .NET version, operating system, processors, GC mode and command line (secrets hidden) are recorded in <c>monitoring/…/environment</c>. Default: yes, but not in interactive sessions.</summary>
    public bool? CaptureEnvironment { get; set; }

    /// <summary>
    /// What is recorded in <c>source_code/requirements</c>: <c>infer</c> for the packages that the program was built with, <c>none</c>,
    /// or the path of a file. Default: as <c>infer</c> for new runs, nothing for resumed ones.
    /// </summary>
    public string? Dependencies { get; set; }

    /// <summary>
    /// The sources to keep in <c>source_code/files</c>: files, folders and patterns as for <see cref="Field.UploadFiles"/>, or none at all. Default: for new runs the sources of the
    /// program, where its debug symbols name them and they are on this machine.
    /// </summary>
    public IReadOnlyCollection<string>? SourceFiles { get; set; }

    /// <summary>The repository whose commit goes to <c>source_code/git</c> and whose uncommitted changes go to <c>source_code/diff</c>. Default: that of the program's sources, else of the current folder.</summary>
    public GitRef? GitRef { get; set; }

    /// <summary>Whether an unhandled exception sets <c>sys/failed</c>. Default: yes.</summary>
    public bool FailOnException { get; set; } = true;

    /// <summary>Whether an unhandled exception is logged to <c>monitoring/…/traceback</c>. Default: yes.</summary>
    public bool CaptureTraceback { get; set; } = true;

    /// <summary>Where monitoring data goes. Default: <c>NEPTUNE_MONITORING_NAMESPACE</c>, else <c>monitoring/</c> and eight hex digits of this process and thread.</summary>
    public string? MonitoringNamespace { get; set; }
}
