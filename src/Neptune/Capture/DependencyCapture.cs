using System.Text.Json;
using Neptune.Capture.Programs;

namespace Neptune.Capture;

/// <summary>Records the packages of the running program in <c>source_code/requirements</c>: one <c>name==version</c> a line, sorted.</summary>
internal static class DependencyCapture
{
    public const string RequirementsPath = "source_code/requirements";
    public const string None = "none";

    private const string Infer = "infer";

    /// <returns><see langword="null"/> when there is nothing to record.</returns>
    public static Action? For(Run run, string? dependencies, bool created)
    {
        switch (dependencies)
        {
            case null:
                return created ? () => RecordInferred(run, required: false) : null;
            case None:
                return null;
            case Infer:
                return () => RecordInferred(run, required: true);
            default:
                var file = CapturePath.Full(dependencies);
                return () => run[RequirementsPath].Upload(file);
        }
    }

    /// <summary>The packages that a <c>.deps.json</c> file lists.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static IReadOnlyList<string> Packages(Stream depsJson)
    {
        using var document = JsonDocument.Parse(depsJson);
        if (!document.RootElement.TryGetProperty("libraries", out var libraries) || libraries.ValueKind != JsonValueKind.Object)
            return [];
        return
        [
            .. libraries.EnumerateObject()
                .Where(library => library.Value.ValueKind == JsonValueKind.Object
                    && library.Value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("package"))
                .Select(library => library.Name.Replace("/", "==", StringComparison.Ordinal))
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static void RecordInferred(Run run, bool required)
    {
        using var content = RunningProgram.Current?.OpenDependencies();
        if (content is null)
        {
            if (required)
                throw new NeptuneNotFoundException("This program has no .deps.json file to infer its packages from. Set RunOptions.Dependencies to a file that lists them.");
            return;
        }
        var packages = Packages(content);
        run[RequirementsPath].Upload(NeptuneFile.FromText(string.Concat(packages.Select(package => package + "\n"))));
    }
}
