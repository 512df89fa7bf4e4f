namespace Neptune;

/// <summary>A query that cannot be understood; the message shows the place and says what was expected there.</summary>
public sealed class NeptuneQueryException : NeptuneException
{
    internal NeptuneQueryException(string message, int position)
        : base(message) => Position = position;

    /// <summary>Where in the query the problem is: the number of characters before it.</summary>
    public int Position { get; }
}
