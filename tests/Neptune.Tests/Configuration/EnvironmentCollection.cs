namespace Neptune.Tests.Configuration;

/// <summary>Tests that set environment variables or the current folder; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}
