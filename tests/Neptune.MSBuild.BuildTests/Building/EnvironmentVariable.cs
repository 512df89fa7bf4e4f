namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>A variable of this process, and so of the builds in it, for a while. It has none of Neptune's otherwise.</summary>
internal sealed class EnvironmentVariable : IDisposable
{
    private readonly string name;

    public EnvironmentVariable(string name, string value)
    {
        this.name = name;
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(name, null);
}
