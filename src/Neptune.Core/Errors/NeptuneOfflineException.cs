namespace Neptune;

/// <summary>A read from an object that was opened offline.</summary>
public sealed class NeptuneOfflineException : NeptuneException
{
    internal NeptuneOfflineException()
        : base("An object that was opened offline cannot be read. Run `neptune sync`, then open it by its id; or use ConnectionMode.Async, which needs no server.")
    {
    }
}
