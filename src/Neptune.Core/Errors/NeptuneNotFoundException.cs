namespace Neptune;

/// <summary>An object, a project or a file that does not exist.</summary>
public sealed class NeptuneNotFoundException : NeptuneException
{
    internal NeptuneNotFoundException(string message)
        : base(message)
    {
    }
}
