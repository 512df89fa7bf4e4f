using Microsoft.Extensions.Logging;

namespace Neptune;

/// <summary>What all objects can be opened with.</summary>
public abstract class ObjectOptions
{
    private protected ObjectOptions()
    {
    }

    /// <summary>The project as <c>workspace/name</c>; a bare name means the workspace <c>local</c>. Default: <c>NEPTUNE_PROJECT</c>, else <c>local/</c> and the name of the folder that holds the store.</summary>
    public string? Project { get; set; }

    /// <summary>How to talk to the store. Default: <c>NEPTUNE_MODE</c>, else <see cref="ConnectionMode.Async"/>.</summary>
    public ConnectionMode? Mode { get; set; }

    /// <summary>The id of an existing object to go on with, such as <c>CLS-12</c>.</summary>
    public string? WithId { get; set; }

    /// <summary>
    /// The folder of the embedded store, or the folder that holds its <c>.neptune</c> folder. Default: <c>NEPTUNE_HOME</c>, else the
    /// nearest folder upwards that has <c>.neptune</c>, else the nearest with <c>.git</c> or a solution file, else the current one.
    /// </summary>
    public string? StorePath { get; set; }

    /// <summary>
    /// Another object, open or stopped, to open this one beside: in its store and, as far as these options leave that open, in its project and
    /// mode and with its logger, whatever the environment says. The store of <see cref="ConnectionMode.Debug"/> has readers
    /// (<see cref="ConnectionMode.ReadOnly"/>) only beside an object that is in it.
    /// </summary>
    public NeptuneObject? Beside { get; set; }

    /// <summary>Whether opening and stopping the object leave <c>sys/state</c> alone: another process may be running what this one changes a field of.</summary>
    internal bool LeavesState { get; set; }

    /// <summary>How long records may wait in the journal before the store gets them, when nobody asks for them earlier. Default: 1 s.</summary>
    public TimeSpan FlushPeriod { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Called, at most every five minutes, when records have been waiting longer than <see cref="LagThreshold"/>.</summary>
    public Action<NeptuneObject>? OnLag { get; set; }

    /// <summary>How long records may wait before <see cref="OnLag"/> is called. Default: 30 min.</summary>
    public TimeSpan LagThreshold { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Called, at most every five minutes, when the store has taken nothing for longer than <see cref="NoProgressThreshold"/>.</summary>
    public Action<NeptuneObject>? OnNoProgress { get; set; }

    /// <summary>How long the store may take nothing before <see cref="OnNoProgress"/> is called. Default: 5 min.</summary>
    public TimeSpan NoProgressThreshold { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long, in all, logging calls may be held up when the journal cannot grow (a full disk, no permission, too many open files) and the
    /// store is still taking what is in it. After that records are dropped, and a warning and <see cref="NeptuneObject.Stop"/> say so. Default: 10 s.
    /// </summary>
    public TimeSpan DropAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How lists among assigned values are kept. Default: as JSON text.</summary>
    public ListFormat Lists { get; set; }

    /// <summary>Where the library's own messages go. Default: warnings to stderr, links to stdout.</summary>
    public ILogger? Logger { get; set; }
}
