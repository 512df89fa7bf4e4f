using System.CommandLine;
using Neptune.Cli.Output;
using Neptune.Cli.Shipping;
using Neptune.Registry;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune which</c>: the models that an assembly was built with. Needs no store.</summary>
internal sealed class WhichCommand : Command
{
    private const string Nothing = "-";

    public WhichCommand(Terminal terminal)
        : base("which", "Show which models an assembly was built with.")
    {
        var file = new Argument<string>("assembly") { Description = "The dll, or the program beside it." };
        var json = new JsonOption();
        Add(file);
        Add(json);
        SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var models = ShippedModels.Of(path);
            if (parsed.GetValue(json))
                WriteJson(terminal, models);
            else if (models.Count == 0)
                terminal.Out.WriteLine($"{path} was built with no model.");
            else
                Write(terminal, models);
        });
    }

    private static void Write(Terminal terminal, IReadOnlyList<ShippedModel> models)
    {
        var table = TerminalTable.New(terminal, ["Model", "Version", "Stage", "File", "SHA-256", "Project"], "File");
        foreach (var model in models)
            table.AddTextRow(new[] { model.Key, model.Version, model.Stage.ToString(), model.Path, model.Sha256, model.Project }.Select(text => text.Length > 0 ? text : Nothing));
        terminal.Write(table);
    }

    private static void WriteJson(Terminal terminal, IReadOnlyList<ShippedModel> models) =>
        terminal.Out.WriteLine($"[{string.Join(",", models.Select(model => model.ToJson()))}]");
}
