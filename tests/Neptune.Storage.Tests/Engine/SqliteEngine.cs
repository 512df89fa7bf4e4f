namespace Neptune.Storage.Tests;

internal sealed class SqliteEngine : TestEngine
{
    private readonly TemporaryFolder folder = new();

    public override Store Open() => Store.Open(new(folder.Path));

    public override void Dispose() => folder.Dispose();
}
