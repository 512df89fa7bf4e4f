using System.CommandLine;
using Neptune.Cli.Editing;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune stage</c>: moves a model version to a stage.</summary>
internal sealed class StageCommand : Command
{
    private static readonly string[] Stages = [.. Enum.GetNames<ModelStage>().Select(name => name.ToLowerInvariant())];

    private readonly Argument<string> id = new("id") { Description = "The version's id, such as CLS-FOREST-3." };
    private readonly Argument<string> stage = new("stage") { Description = "Where it stands from now on." };
    private readonly ProjectOption project = new();

    public StageCommand(Terminal terminal, StoreOption store)
        : base("stage", "Move a model version to a stage.")
    {
        stage.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Stages);
        Add(id);
        Add(stage);
        Add(project);
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var edit = ObjectEdit.Of(opened, parsed.GetRequiredValue(id), parsed.GetValue(project));
            if (edit.Record.Kind != ObjectKind.ModelVersion)
                throw new NeptuneOptionsException($"{edit.Record.SysId} is no model version, and only those have a stage. `neptune ls versions` lists them.");
            var before = edit.Text(SysFields.Stage);
            edit.Run(terminal, version => ((ModelVersion)version).ChangeStage(Enum.Parse<ModelStage>(parsed.GetRequiredValue(stage), ignoreCase: true)));
            var now = edit.Text(SysFields.Stage);
            terminal.Out.WriteLine($"{edit.Record.SysId}: stage {now}, {(now == before ? "as before" : $"was {before}")}.");
        });
    }
}
