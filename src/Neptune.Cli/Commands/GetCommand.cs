using System.CommandLine;
using Neptune.Cli.Getting;
using Neptune.Cli.Output;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune get</c>: the whole value of one field.</summary>
internal sealed class GetCommand : Command
{
    private readonly Argument<string> id = new("id") { Description = "The object's id, such as CLS-12." };
    private readonly Argument<string> path = new("path") { Description = "The field, such as params/lr." };
    private readonly Option<string?> output = new("--output", "-o") { Description = "The file to write to, for a file series the folder. Default: stdout; for fields that hold files the current folder, named after the object and the field. - is stdout for them too, several files as one zip.", HelpName = "path" };
    private readonly ProjectOption project = new();

    public GetCommand(Terminal terminal, StoreOption store)
        : base("get", "Get the value of a field: series and artifacts as CSV, files on disk.")
    {
        Add(id);
        Add(path);
        Add(output);
        Add(project);
        SetAction(parsed =>
        {
            using var opened = OpenedStore.ToRead(parsed.GetValue(store), terminal);
            var record = opened.RequireObject(parsed.GetRequiredValue(id), parsed.GetValue(project));
            var field = opened.RequireField(record, FieldPath.Normalize(parsed.GetRequiredValue(path)));
            var value = new FieldValue(opened, record, field);
            var to = parsed.GetValue(output);
            if (to == Terminal.StandardOutput || (to is null && !value.IsContent))
                FieldPipe.Write(value, terminal);
            else if (Download(value, to, terminal) is { } file)
                terminal.Out.WriteLine(file);
        });
    }

    private static string? Download(FieldValue value, string? to, Terminal terminal) => ProgressBar.Watch(terminal, _ => $"Writing {value.Field.Path}", progress =>
    {
        progress.Total = value.Size;
        return FieldDownload.Write(value with { Progress = progress }, to);
    });
}
