namespace Neptune.Storage.Tests;

/// <summary>A database that the engine runs on, for specifications that are written once for all of them.</summary>
internal abstract class TestEngine : IDisposable
{
    /// <summary>Opens the same store again each time, as another process would.</summary>
    public abstract Store Open();

    /// <summary>Changes the database behind the engine's back.</summary>
    public abstract void Execute(string sql);

    public abstract void Dispose();
}
