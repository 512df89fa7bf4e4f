namespace Neptune;

/// <summary>Options that contradict each other or lack what the call needs.</summary>
public sealed class NeptuneOptionsException : NeptuneException
{
    internal NeptuneOptionsException(string message)
        : base(message)
    {
    }
}
