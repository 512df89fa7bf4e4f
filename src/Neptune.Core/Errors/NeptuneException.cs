namespace Neptune;

/// <summary>The base of every error that Neptune raises. One line: what happened, where, and what to do.</summary>
public class NeptuneException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public NeptuneException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
