using System.Diagnostics.CodeAnalysis;
using Neptune.Backends;
using Neptune.Objects;
using Neptune.Pumping;
using Neptune.Serving;

namespace Neptune;

/// <summary>
/// A tracked object: a tree of namespaces with typed fields as leaves. All members may be called from any thread. Dispose stops
/// it; what an object has logged before is safe even if the process dies without.
/// </summary>
public abstract class NeptuneObject : IDisposable, IAsyncDisposable
{
    internal const string ReadsProperties = "Objects are read property by property, and trimming may remove properties. Assign a dictionary with run[path] = …, which is safe.";

    private readonly Lock stopping = new();
    private Task? stop;

    private protected NeptuneObject(OpenedObject opened)
    {
        try
        {
            Core = new ObjectCore(this, opened);
            Core.Start();
        }
        catch
        {
            opened.Backend.Dispose();
            throw;
        }
        OpenObjects.Add(this);
    }

    /// <summary>The id, such as <c>CLS-12</c>; also in <c>sys/id</c>.</summary>
    public string Id => Core.Record.SysId;

    /// <summary>The id that is unique in the world.</summary>
    public Guid Uid => Core.Record.Uid;

    /// <summary>What the object is.</summary>
    public ObjectKind Kind => Core.Record.Kind;

    /// <summary>How the object talks to the store.</summary>
    public ConnectionMode Mode => Core.Mode;

    /// <summary>The project's full name, <c>workspace/name</c>.</summary>
    public string ProjectName => Core.Record.Project.ToString();

    /// <summary>Where the object is: its page while <c>neptune ui</c> serves the store; else the folder of the embedded store, and project and id behind a <c>#</c>.</summary>
    public Uri Url => Page ?? Core.Backend.UrlOf(Core.Record);

    /// <summary>The object's page in the app that serves the store, if one does.</summary>
    internal Uri? Page => Core.Backend is EmbeddedBackend { Folder: var folder } ? AppLink.Now(folder)?.PageOf(Core.Record) : null;

    internal ObjectCore Core { get; }

    /// <summary>The field at a path; set assigns a value, or copies the value of another field.</summary>
    /// <param name="path">Parts parted by <c>/</c>; empty parts are dropped.</param>
    /// <exception cref="NeptunePathException">The path cannot be used.</exception>
    public Field this[string path]
    {
        get => Core.Fields.Handle(path);
        set => FieldWriter.Assign(this, path, value is { IsPending: true } ? value.PendingValue : value);
    }

    /// <summary>Sets fields from a value: one field for a simple value, one per leaf for a dictionary, an anonymous object, a record or a class.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Integers become int (beyond 64 bits: their digits as string); floating point numbers float, and <see cref="decimal"/>, rounded to double; <see cref="DateTime"/> and
    /// <see cref="DateTimeOffset"/> datetime in UTC; <c>byte[]</c> and other memory of bytes a file.</item>
    /// <item>Enums, <see cref="char"/>, <see cref="System.Text.StringBuilder"/> and memory of characters, <see cref="Guid"/>, <see cref="Uri"/>, <see cref="Version"/>, <see cref="TimeSpan"/>,
    /// <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <see cref="Index"/>, <see cref="Range"/>, complex numbers, network addresses, XML and exceptions become string: their text. Cultures, encodings, time zones,
    /// files and folders become string: their name or path. <see langword="null"/> becomes the text <c>null</c>.</item>
    /// <item>Lists become JSON text, or a field per element (<see cref="ObjectOptions.Lists"/>): whatever can be gone through, tuples, arrays of any rank, memory, vectors and matrices.</item>
    /// <item>Dictionaries and other pairs of names and values become a field per entry; so do the nodes of System.Text.Json and Newtonsoft.Json, <c>IConfiguration</c> (its values are
    /// texts) and <c>NameValueCollection</c>. One without entries writes nothing.</item>
    /// <item>Objects of your own become a field per public property or field that can be read, inherited ones too. <see cref="NeptuneFieldAttribute"/> gives another name and
    /// <see cref="NeptuneIgnoreAttribute"/> leaves out; attributes of serializers do not count.</item>
    /// <item>All other values are refused, whatever properties they have: a stream, a <see cref="Lazy{T}"/>, a delegate, a data table. So are two values for one path.</item>
    /// </list>
    /// All values are checked, and their files read, before the first is written.
    /// </remarks>
    /// <param name="path">The field, or the namespace under which the leaves go; empty for the root.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NeptuneFieldTypeException">A field has a type that its value does not fit without loss.</exception>
    /// <exception cref="NeptuneUnsupportedValueException">A value has no representation, or two values have one path.</exception>
    /// <exception cref="NeptuneReservedFieldException">A field under <c>sys/</c> is not yours to write.</exception>
    [RequiresUnreferencedCode(ReadsProperties)]
    public void Assign(string path, object? value) => FieldWriter.Assign(this, path, value);

    /// <summary>A handle on a float series that looks nothing up when it appends: for hot loops.</summary>
    /// <exception cref="NeptuneReadOnlyException">The object was opened read-only.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public FloatSeries GetFloatSeries(string path)
    {
        Core.RequireWritable();
        var field = this[path];
        if (field.KnownType is { } type && type != FieldType.FloatSeries)
            throw new NeptuneFieldTypeException(field.Path, type, "a float series");
        return field.Series;
    }

    /// <summary>Whether there is a field or a namespace at a path, of this object here or of another process.</summary>
    public bool Exists(string path) => ExistsAsync(path).GetAwaiter().GetResult();

    /// <inheritdoc cref="Exists"/>
    public async Task<bool> ExistsAsync(string path, CancellationToken cancellation = default)
    {
        var canonical = FieldPath.NormalizeNamespace(path);
        return Core.Fields.Exists(canonical) || (!Core.IsStopped && await IsStoredAsync(canonical, cancellation).ConfigureAwait(false));
    }

    /// <summary>All fields as nested dictionaries: a dictionary per namespace, a <see cref="Field"/> per leaf. <see cref="Sync"/> brings in what other processes made.</summary>
    public IReadOnlyDictionary<string, object> GetStructure() => Nesting.Of(Core.Fields.Within("").Select(field => (field.Path, (object)field)));

    /// <summary>Prints the tree of fields with their types.</summary>
    /// <param name="to">Where to; <see cref="Console.Out"/> by default.</param>
    public void PrintStructure(TextWriter? to = null) => StructurePrinter.Print(GetStructure(), to ?? Console.Out);

    /// <summary>Deletes a field, or all fields below a namespace.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is nothing at the path.</exception>
    public void Delete(string path)
    {
        Core.RequireWritable();
        var canonical = FieldPath.Normalize(path);
        SysFields.RequireWritable(canonical, Kind);
        var fields = Core.Fields.Within(canonical);
        if (fields.Count == 0 && !IsStoredAsync(canonical, CancellationToken.None).GetAwaiter().GetResult())
            throw new NeptuneMissingFieldException(canonical, Id);
        Core.Fields.Forget(fields);
        Core.Write(new DeleteOperation(canonical));
    }

    /// <summary>All int, float, bool, string, datetime and state fields below a namespace, as nested dictionaries.</summary>
    /// <param name="path">The namespace; empty for everything.</param>
    /// <exception cref="NeptuneMissingFieldException">There is nothing at the path.</exception>
    public IReadOnlyDictionary<string, object?> Fetch(string path = "")
    {
        Core.RequireOpen();
        Core.WaitForOwnWrites();
        return FieldReader.FetchNamespace(Core, FieldPath.NormalizeNamespace(path));
    }

    /// <inheritdoc cref="Fetch(string)"/>
    public async Task<IReadOnlyDictionary<string, object?>> FetchAsync(string path = "", CancellationToken cancellation = default)
    {
        Core.RequireOpen();
        await Core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(() => FieldReader.FetchNamespace(Core, FieldPath.NormalizeNamespace(path)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits until the store has everything that was logged before the call.</summary>
    /// <param name="timeout">How long to wait; as long as the store takes anything by default.</param>
    /// <exception cref="NeptuneTimeoutException">The time is over, or the store has taken nothing for a minute. What is left stays safe on disk.</exception>
    public void Wait(TimeSpan? timeout = null) => WaitAsync(timeout).GetAwaiter().GetResult();

    /// <inheritdoc cref="Wait"/>
    public async Task WaitAsync(TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        Core.RequireOpen();
        await Core.WaitForOwnWritesAsync(timeout, cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits, then learns from the store which fields other processes made or deleted.</summary>
    /// <exception cref="NeptuneTimeoutException">As for <see cref="Wait"/>.</exception>
    public void Sync()
    {
        Wait();
        Core.Fields.Load(Core.Backend.ReadFields(Uid, ""));
    }

    /// <inheritdoc cref="Sync"/>
    public async Task SyncAsync(CancellationToken cancellation = default)
    {
        await WaitAsync(null, cancellation).ConfigureAwait(false);
        await Task.Run(() => Core.Fields.Load(Core.Backend.ReadFields(Uid, "")), cancellation).ConfigureAwait(false);
    }

    /// <summary>Stops background work, waits until the store has everything, and closes the object. Stopping twice does nothing.</summary>
    /// <param name="timeout">How long to wait; what is left then stays on disk and is finished by the next process. Default: as long as the store takes anything.</param>
    public void Stop(TimeSpan? timeout = null) => StopAsync(timeout).GetAwaiter().GetResult();

    /// <inheritdoc cref="Stop"/>
    public Task StopAsync(TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        lock (stopping)
            return stop ??= StopOnceAsync(timeout, cancellation);
    }

    /// <summary>Stops the object.</summary>
    public void Dispose()
    {
        Disposing();
        Stop();
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the object.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>The id and the project.</summary>
    public override string ToString() => $"{Id} ({ProjectName})";

    /// <summary>What a kind of object does before its journal closes.</summary>
    private protected virtual Task StoppingAsync(TimeSpan? timeout) => Task.CompletedTask;

    /// <summary>How the object ends when it is stopped now.</summary>
    private protected virtual ObjectEnd End => new(ObjectState.Idle);

    /// <summary>What a kind of object does when a <c>using</c> leaves it, perhaps by an exception.</summary>
    private protected virtual void Disposing()
    {
    }

    /// <summary>What a kind of object says when it has stopped.</summary>
    private protected virtual void Stopped()
    {
    }

    /// <summary>Asks the store, which must have what was written and deleted here before.</summary>
    private async Task<bool> IsStoredAsync(string path, CancellationToken cancellation)
    {
        await Core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(() => Core.Backend.ReadFields(Core.Record.Uid, path).Count > 0, cancellation).ConfigureAwait(false);
    }

    private async Task StopOnceAsync(TimeSpan? timeout, CancellationToken cancellation)
    {
        await StoppingAsync(timeout).ConfigureAwait(false);
        await Core.StopAsync(End, timeout, cancellation).ConfigureAwait(false);
        OpenObjects.Remove(this);
        Stopped();
    }
}
