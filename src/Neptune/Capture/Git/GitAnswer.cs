namespace Neptune.Capture.Git;

/// <summary>How a git program ended.</summary>
/// <param name="Question">What was asked, where.</param>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Text">What it printed.</param>
/// <param name="Errors">What it complained about.</param>
internal sealed record GitAnswer(string Question, int ExitCode, string Text, string Errors)
{
    /// <summary>Why it failed, in one line.</summary>
    public string Failure => $"{Question} failed with {ExitCode}: {string.Join(' ', Errors.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))}";

    /// <exception cref="NeptuneException">It failed.</exception>
    public string Required() => ExitCode == 0 ? Text : throw new NeptuneException(Failure);

    /// <summary>The one line that was printed; <see langword="null"/> where there is nothing of the kind.</summary>
    public string? Line() => ExitCode == 0 && Text.TrimEnd('\r', '\n') is { Length: > 0 } line ? line : null;
}
