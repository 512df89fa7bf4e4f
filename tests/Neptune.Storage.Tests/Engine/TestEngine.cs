namespace Neptune.Storage.Tests;

/// <summary>A database that the engine runs on, for specifications that are written once for all of them.</summary>
internal abstract class TestEngine : IDisposable
{
    /// <summary>Opens the same store again each time, as another process would.</summary>
    public abstract Store Open();

    public abstract void Dispose();
}
