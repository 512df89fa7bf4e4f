using Microsoft.Data.Sqlite;

namespace Neptune.Cli.Tests;

/// <summary>Commands that cannot go on, because the test holds the store's write lock, on a terminal and without one.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public async Task A_bar_is_shown_on_a_terminal_while_work_takes_longer_than_a_second_and_never_when_redirected()
    {
        var (first, second) = (store.Run(), store.Run());
        store.Ask("trash", first, second);
        using var writing = new WriteLock(store);
        var redirected = Task.Run(() => store.Ask("delete", first, "--yes"), TestContext.Current.CancellationToken);
        using var terminal = PseudoTerminal.StartOrSkip(store.Home, TestStore.NeptuneCommand("delete", second, "--yes"));

        // Ends when the bar is there; without one, the command ends with its own time limit and the text without a bar.
        var shown = terminal.ReadUntil("Deleting");
        writing.Dispose();
        var rest = terminal.ReadToEnd();

        Assert.Contains("Deleting", shown);
        Assert.Contains($"{second}: deleted.", rest);
        Assert.Equal(new CommandResult(0, $"{first}: deleted.{Environment.NewLine}", ""), await redirected);
    }

    [Fact]
    public void Work_that_is_soon_done_shows_no_bar_on_a_terminal()
    {
        var id = store.Run(run => run["lr"] = 0.5);

        using var terminal = PseudoTerminal.StartOrSkip(store.Home, TestStore.NeptuneCommand("get", id, "lr"));

        // The runtime switches the keypad to its application mode first; nothing else goes before the answer.
        Assert.Matches(@"^(\e\[\?1h\e=)?0\.5$", terminal.ReadToEnd().Trim());
    }

    public void Dispose() => store.Dispose();

    private sealed class WriteLock : IDisposable
    {
        private readonly SqliteConnection connection;
        private bool released;

        public WriteLock(TestStore store)
        {
            connection = new($"Data Source={Path.Combine(store.Folder, "store.db")};Pooling=False");
            connection.Open();
            Execute("begin immediate");
        }

        public void Dispose()
        {
            if (released)
                return;
            released = true;
            Execute("rollback");
            connection.Dispose();
        }

        private void Execute(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both texts are constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
