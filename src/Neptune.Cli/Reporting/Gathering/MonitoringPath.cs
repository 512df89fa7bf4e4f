namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Paths below <c>monitoring/</c>, where each process of a run has a namespace of its own, named by eight hex digits.</summary>
internal static class MonitoringPath
{
    private const string Namespace = "monitoring";
    private const string EnvironmentName = "environment";
    private const int DigitsOfProcess = 8;

    public static bool Has(string path) => FieldPath.IsWithin(path, Namespace);

    public static bool IsEnvironment(string path) => Has(path) && WithoutProcess(path).StartsWith($"{Namespace}/{EnvironmentName}/", StringComparison.Ordinal);

    /// <summary>The path that the same has in every process.</summary>
    public static string WithoutProcess(string path) => ProcessOf(path) is { } process ? Namespace + path[(Namespace.Length + 1 + process.Length)..] : path;

    /// <summary>The process that the path names, if it names one.</summary>
    public static string? ProcessOf(string path) =>
        path.Split('/') is [Namespace, { Length: DigitsOfProcess } process, _, ..] && process.All(char.IsAsciiHexDigitLower) ? process : null;
}
