namespace Neptune;

/// <summary>A name, key or id that breaks the rules for its kind.</summary>
public sealed class NeptuneNameException : NeptuneException
{
    internal NeptuneNameException(string message)
        : base(message)
    {
    }
}
