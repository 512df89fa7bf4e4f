using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Items;

/// <summary>An item of type <c>NeptuneModelReference</c>: a registered version that the project ships.</summary>
/// <param name="Name">What the project calls it: the model's key, unless the item has both.</param>
/// <param name="Request">Which version.</param>
/// <param name="Project">The Neptune project that has the model, if it is not the build's own.</param>
/// <param name="Link">Where the file is to lie in the output folder.</param>
/// <param name="Source">The item, for what is wrong with it.</param>
internal sealed record ReferenceItem(string Name, ModelRequest Request, string? Project, string? Link, ItemReader Source)
{
    public const string Type = "NeptuneModelReference";

    /// <exception cref="BuildProblemException">The item misses something.</exception>
    public static ReferenceItem Parse(ITaskItem item)
    {
        var source = new ItemReader(item, Type);
        source.RefuseSecrets();
        var request = new ModelRequest(source.Key(source.Text("Key") ?? source.Include), source.Version("Version"), source.Stage("Stage"));
        if (request is { Version: null, Stage: null })
            throw source.Problem(Codes.BadItem, $"{Type} {source.Include} names neither a Version nor a Stage. Add Version=\"3\", Stage=\"Production\", or both.");
        return new(source.Include, request, source.Text("Project"), source.Text("Link")?.Replace('\\', '/'), source);
    }

    /// <summary>Where the file lies in the output folder.</summary>
    public string ShippedPath(string extension) => Link ?? $"models/{Name.ToLowerInvariant()}{(extension.Length > 0 ? "." : "")}{extension}";
}
