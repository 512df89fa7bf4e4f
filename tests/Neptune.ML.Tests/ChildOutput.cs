using Neptune.Cli.Tests;

namespace Neptune.ML.Tests;

/// <summary>What a child program prints itself, apart from the links that its run prints.</summary>
internal static class ChildOutput
{
    public static string[] OwnLines(this CommandResult result) => [.. result.Lines.Where(line => !line.StartsWith("[neptune] ", StringComparison.Ordinal))];
}
