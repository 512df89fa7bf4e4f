using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Cli.Verifying;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune verify</c>: checks everything that a store holds, and mends what can be mended.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Option<bool> repair = new("--repair") { Description = "Mend what can be mended without the original." };

    public VerifyCommand(Terminal terminal, StoreOption store)
        : base("verify", "Check a whole store: database, series, contents of files, journals.")
    {
        Add(repair);
        SetAction(parsed =>
        {
            var mends = parsed.GetValue(repair);
            var found = StoreWithReason.Require(parsed.GetValue(store));
            using var opened = OpenedStore.Of(new(found.Folder) { ReadOnly = !mends }, terminal);
            var report = ProgressBar.Watch(terminal, _ => "Checking", progress => VerificationReport.Of(opened, mends, progress));
            report.Write(terminal);
            return report.IsWhole ? ExitCode.Success : ExitCode.Failure;
        });
    }
}
