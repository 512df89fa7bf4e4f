namespace Neptune;

/// <summary>Stored bytes that fail their check. What is intact stays readable.</summary>
public sealed class NeptuneCorruptDataException : NeptuneException
{
    internal NeptuneCorruptDataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
