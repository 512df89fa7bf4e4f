using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Status;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune status</c>: what is in the store and what is not yet. Changes nothing.</summary>
internal sealed class StatusCommand : Command
{
    public StatusCommand(Terminal terminal, StoreOption store)
        : base("status", "Show where the store is, what it holds, and what is not in it yet.") => SetAction(parsed =>
        {
            var found = StoreWithReason.RequireToSync(parsed.GetValue(store));
            terminal.Out.WriteLine($"Store: {found.Folder} ({found.Reason})");
            if (Store.Exists(found.Folder))
                WriteCounts(found.Folder, terminal);
            JournalReport.Write(found.Folder, terminal);
        });

    private static void WriteCounts(string folder, Terminal terminal)
    {
        using var opened = OpenedStore.Of(new(folder) { ReadOnly = true }, terminal);
        terminal.Write(ProgressBar.Watch(terminal, _ => "Counting", _ => ProjectCounts.Of(opened, terminal)));
    }
}
