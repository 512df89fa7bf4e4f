namespace Neptune.Storage.Tests.Search;

public sealed class SmallerStore() : LargeStore(Runs)
{
    public const int Runs = 10_000;
}
