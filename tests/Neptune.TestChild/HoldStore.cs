using Microsoft.Data.Sqlite;

namespace Neptune.TestChild;

/// <summary>Begins to write to a store, says so, and does not end: nobody else can write until this process is gone.</summary>
public static class HoldStore
{
    public static int Run(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        command.ExecuteNonQuery();
        Console.WriteLine("held");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
