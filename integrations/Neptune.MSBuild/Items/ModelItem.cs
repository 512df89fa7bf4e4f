using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Items;

/// <summary>An item of type <c>NeptuneModel</c>: a file that the build registers.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="File">The full path of the file.</param>
/// <param name="ShippedAs">Where the file lies in the output folder; empty when it is not copied there.</param>
/// <param name="Stage">The stage that a version is to have at least.</param>
/// <param name="MetricsFile">The full path of a JSON file with metrics.</param>
/// <param name="Source">The item, for what is wrong with it.</param>
internal sealed record ModelItem(string Key, string File, string ShippedAs, ModelStage? Stage, string? MetricsFile, ItemReader Source)
{
    public const string Type = "NeptuneModel";

    private static readonly char[] TagSeparators = [';', ','];

    public string? Name => Source.Text("Name");

    public string? Description => Source.Text("Description");

    /// <summary>The id of the run that trained the model.</summary>
    public string? Run => Source.Text("Run");

    public string? Project => Source.Text("Project");

    public string[] Tags => Source.Text("Tags")?.Split(TagSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <exception cref="BuildProblemException">The item misses something, or its file does not exist.</exception>
    public static ModelItem Parse(ITaskItem item, string projectFolder)
    {
        var source = new ItemReader(item, Type);
        source.RefuseSecrets();
        var file = source.FullPath;
        if (!System.IO.File.Exists(file))
            throw source.Problem(Codes.MissingFile, $"There is no file {source.Include} to register. Train the model first, or correct Include.");
        var metrics = source.Text("Metrics") is { } given ? Path.GetFullPath(given, projectFolder) : null;
        return new(source.Key(source.Required("Key", "INCOME")), file, ShippedPath(source, file, projectFolder), source.Stage("Stage"), metrics, source);
    }

    private static string ShippedPath(ItemReader source, string file, string projectFolder)
    {
        if (source.Text("CopyToOutputDirectory") is "Never")
            return "";
        if (source.Text("Link") is { } link)
            return link.Replace('\\', '/');
        var relative = Path.GetRelativePath(projectFolder, file);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(file) : relative.Replace('\\', '/');
    }
}
