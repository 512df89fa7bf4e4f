namespace Neptune.ML.Tests;

/// <summary>Two runs of one store that are stopped together.</summary>
public sealed class RunPair(TemporaryStore store) : IDisposable
{
    public Run First { get; } = store.Run();

    public Run Second { get; } = store.Run();

    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
    }
}
