namespace Neptune;

/// <summary>An object or a project that does not exist.</summary>
public sealed class NeptuneNotFoundException : NeptuneException
{
    internal NeptuneNotFoundException(string message)
        : base(message)
    {
    }
}
