namespace Neptune;

/// <summary>The disk has no room for the journal or the store.</summary>
public sealed class NeptuneDiskFullException : NeptuneException
{
    internal NeptuneDiskFullException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
