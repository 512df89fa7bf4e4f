using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Reporting;
using Neptune.Cli.Reporting.Gathering;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune report</c>: objects as one HTML page.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string[]> ids = new("id") { Description = "The ids of runs, such as CLS-12 CLS-15. Versions, models and projects have reports too.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> output = new("--output", "-o") { Description = "The file to write to, or the folder; - is stdout. Default: the current folder, named after the ids.", HelpName = "path" };
    private readonly ProjectOption project = new();

    public ReportCommand(Terminal terminal, StoreOption store)
        : base("report", "Write runs as one HTML page, to open, to send and to print: curves, charts, tables, and where the runs differ.")
    {
        Add(ids);
        Add(output);
        Add(project);
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            ObjectRecord[] objects = [.. parsed.GetRequiredValue(ids).Select(id => opened.RequireObject(id, parsed.GetValue(project))).DistinctBy(record => record.Uid)];
            var report = ProgressBar.Watch(terminal, _ => "Reading", _ => ReportGathering.Of(opened, objects, DateTimeOffset.UtcNow));
            ReportFile.Write(report, parsed.GetValue(output), [.. objects.Select(record => record.SysId)], terminal);
        });
    }
}
