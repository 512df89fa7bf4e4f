namespace Neptune.Storage.Sql;

internal static class StoreFolder
{
    public static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (FileSystemError.Is(error))
        {
            throw new StoreErrors(SqlitePaths.Database(folder)).From(error);
        }
    }
}
