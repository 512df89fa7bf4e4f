namespace Neptune;

/// <summary>The embedded store cannot be opened, read or written.</summary>
public sealed class NeptuneStoreException : NeptuneException
{
    internal NeptuneStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
