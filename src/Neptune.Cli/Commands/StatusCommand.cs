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
            var found = StoreWithReason.Require(parsed.GetValue(store));
            terminal.Out.WriteLine($"Store: {found.Folder} ({found.Reason})");
            using (var opened = Store.Open(new(found.Folder) { ReadOnly = true }))
                ProjectCounts.Write(opened, terminal);
            JournalReport.Write(found.Folder, terminal);
        });
}
