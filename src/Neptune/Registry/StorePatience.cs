namespace Neptune.Registry;

/// <summary>How long somebody waits for others who write to a store.</summary>
/// <param name="Longest">After this time the store counts as one that cannot be written.</param>
/// <param name="Cancellation">Ends the wait before.</param>
internal sealed record StorePatience(TimeSpan Longest, CancellationToken Cancellation)
{
    /// <summary>Runs what writes, with a token for its wait.</summary>
    /// <exception cref="NeptuneStoreException">Others wrote for too long.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public T Wait<T>(string folder, Func<CancellationToken, T> write)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        waiting.CancelAfter(Longest);
        try
        {
            return write(waiting.Token);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            throw new NeptuneStoreException($"Another process was writing to the store {folder} for more than {Longest.TotalSeconds:0.#} seconds. Find the process that holds it and end it, or wait until it is done, then try again.");
        }
    }
}
