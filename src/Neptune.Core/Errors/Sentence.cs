namespace Neptune;

/// <summary>Messages of others within ours.</summary>
internal static class Sentence
{
    private const string Ends = ".!?";

    /// <summary>The message with an end, so that another sentence may follow.</summary>
    public static string Of(string message) => message.TrimEnd() is { Length: > 0 } text && !Ends.Contains(text[^1]) ? text + "." : message.TrimEnd();
}
