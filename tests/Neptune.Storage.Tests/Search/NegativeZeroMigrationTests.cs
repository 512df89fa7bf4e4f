using Microsoft.Data.Sqlite;
using Neptune.Storage.Identity;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

public sealed class NegativeZeroMigrationTests
{
    [Fact]
    public void Numbers_and_series_of_a_store_of_format_5_are_read_and_written_after_it_was_opened()
    {
        using var folder = new TemporaryFolder();
        var run = MakeFormat5(folder);

        using var store = Store.Open(new(folder.Path));

        Assert.Equal(0.0, store.ReadField(run, "x")!.Scalar!.Value.Real);
        Assert.Equal((0.0, 0.0, 2.0), (store.ReadField(run, "loss")!.Series!.Last, store.ReadField(run, "loss")!.Series!.Min, store.ReadField(run, "loss")!.Series!.Max));
        Assert.Empty(store.Apply(run, [new AssignOperation("x", ScalarValue.Float(-0.0)), Points.Floats("loss", (-1, -0.0), (5, -0.0))]).Errors);
        Assert.True(double.IsNegative(store.ReadField(run, "x")!.Scalar!.Value.Real));
        Assert.Equal((4, true, 2.0), (store.ReadField(run, "loss")!.Series!.Count, double.IsNegative(store.ReadField(run, "loss")!.Series!.Last!.Value), store.ReadField(run, "loss")!.Series!.Max));
    }

    /// <summary>A store as an earlier version wrote it: what is written today, without what has come since.</summary>
    private static Guid MakeFormat5(TemporaryFolder folder)
    {
        Guid run;
        using (var store = Store.Open(new(folder.Path)))
        {
            run = store.CreateRun(store.EnsureProject(new("local", "old"), "ada", DateTimeOffset.UtcNow), null, "ada", DateTimeOffset.UtcNow).Record.Uid;
            Assert.Empty(store.Apply(run, [new AssignOperation("x", ScalarValue.Float(0)), Points.Floats("loss", (0, 2), (1, 0))]).Errors);
        }
        using var connection = new SqliteConnection($"Data Source={folder["store.db"]};Pooling=false");
        connection.Open();
        foreach (var sql in (string[])["drop index object_by_change", "alter table object drop column last_change", "alter table project drop column last_change", "drop table deleted_object", $"alter table store drop column {StoreTable.Missing}", $"alter table attribute drop column {NegativeZeros.Column}", $"pragma user_version = {new IdentityMigration().Format}"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        return run;
    }
}
