using Microsoft.Extensions.Logging;
using Microsoft.ML;
using Neptune.ML.Models;

namespace Neptune.ML.Serving;

/// <summary>Keeps the version that is in a stage loaded. What goes wrong leaves the last good one in place and is said once.</summary>
internal sealed class StageWatch<TIn, TOut>(ModelSource source, TimeSpan period, ILogger log, TimeProvider time) : IDisposable
    where TIn : class
    where TOut : class, new()
{
    private readonly SemaphoreSlim looking = new(1);
    private readonly MLContext ml = new();
    private ServedVersion<TIn, TOut>? current;
    private string? refused;
    private volatile Exception? trouble;
    private long lastLook;

    public ServedVersion<TIn, TOut>? Current => Volatile.Read(ref current);

    /// <summary>Why the last look did not find a good version; <see langword="null"/> when it did.</summary>
    public Exception? Trouble => trouble;

    public ModelSource Source => source;

    /// <summary>Looks at the stage and loads the version in it if it is not the one in place. Never throws for the sake of store or model.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await looking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await Task.Run(Look, cancellation).ConfigureAwait(false);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>
    /// The first version, loaded for a prediction that came before the first look. When looking has just come to nothing, it fails at
    /// once: a server that gets requests and has no model must not spend its threads on waiting for the store.
    /// </summary>
    /// <exception cref="NeptuneException">There is none.</exception>
    public ServedVersion<TIn, TOut> LoadFirst()
    {
        if (IsDue)
        {
            looking.Wait();
            try
            {
                if (Current is null && IsDue)
                    Look();
            }
            finally
            {
                looking.Release();
            }
        }
        return Current ?? throw trouble switch
        {
            NeptuneNotFoundException missing => missing,
            var cause => new NeptuneStoreException($"No version of {source.Key} in the stage {source.Stage} could be loaded, so nothing can be predicted: {cause?.Message}", cause),
        };
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref current, null)?.Retire();
        looking.Dispose();
    }

    private bool IsDue => Volatile.Read(ref lastLook) is 0 || time.GetElapsedTime(Volatile.Read(ref lastLook)) >= period;

    private void Look()
    {
        try
        {
            var id = source.FindStaged();
            if (id != Current?.Model.VersionId && id != refused)
                Load(id);
            if (id == Current?.Model.VersionId)
                Settled();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Troubled(e);
            if (Current is null)
                LoadKept();
        }
        finally
        {
            Volatile.Write(ref lastLook, time.GetTimestamp());
        }
    }

    private void Load(string id)
    {
        try
        {
            using var stored = source.Fetch(id);
            Put(stored);
            stored.Keep();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or NeptuneStoreException or IOException or UnauthorizedAccessException))
        {
            // Looking again would find the same file; the next version may be better.
            refused = id;
            throw;
        }
    }

    private void LoadKept()
    {
        try
        {
            using var kept = source.FetchKept();
            if (kept is not null)
                Put(kept);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.KeptModelFailed(source.Key, source.Stage, e.Message);
        }
    }

    private void Put(FetchedModel fetched)
    {
        var transformer = ModelFile.Load(ml, fetched.Path, fetched.VersionId, out var inputSchema);
        var next = new ServedVersion<TIn, TOut>(new(fetched.VersionId, fetched.Hash, time.GetUtcNow()), ml, transformer, inputSchema);
        var before = Interlocked.Exchange(ref current, next);
        before?.Retire();
        log.Serving(source.Key, source.Stage, fetched.VersionId, before?.Model.VersionId ?? "none");
    }

    private void Settled()
    {
        refused = null;
        if (trouble is not null)
            log.Recovered(source.Key, source.Stage, Current!.Model.VersionId);
        trouble = null;
    }

    private void Troubled(Exception cause)
    {
        if (trouble?.Message != cause.Message)
            log.NotRefreshed(source.Key, source.Stage, Current?.Model.VersionId ?? "none", cause.Message);
        trouble = cause;
    }
}
