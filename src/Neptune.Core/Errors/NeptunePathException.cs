namespace Neptune;

/// <summary>A field path that cannot be used: empty, too long, or with characters that are not text.</summary>
public sealed class NeptunePathException : NeptuneException
{
    internal NeptunePathException(string message)
        : base(message)
    {
    }
}
