namespace Neptune.Tests.Configuration;

/// <summary>Sets environment variables and puts back what was there.</summary>
public sealed class TemporaryEnvironment : IDisposable
{
    private readonly List<(string Name, string? Before)> changed = [];
    private readonly string folder = Environment.CurrentDirectory;

    public TemporaryEnvironment()
    {
        foreach (var name in new[] { "NEPTUNE_HOME", "NEPTUNE_DATA_DIRECTORY", "NEPTUNE_PROJECT", "NEPTUNE_MODE", "NEPTUNE_CUSTOM_RUN_ID", "NEPTUNE_API_TOKEN" })
            Set(name, null);
    }

    public void Set(string name, string? value)
    {
        changed.Add((name, Environment.GetEnvironmentVariable(name)));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, before) in Enumerable.Reverse(changed))
            Environment.SetEnvironmentVariable(name, before);
        Environment.CurrentDirectory = folder;
    }
}
