using Microsoft.Build.Framework;
using Neptune.Secrets;

namespace Neptune.MSBuild.Facts;

/// <summary>What a build says about itself.</summary>
/// <param name="Fields">Fields and their values, below <see cref="Namespace"/>.</param>
/// <param name="Folder">The project's folder, from which the git repository is looked for.</param>
internal sealed record BuildFacts(IReadOnlyDictionary<string, string> Fields, string Folder)
{
    public const string Namespace = "build";

    /// <summary>When the build registered the version: the last field to be written, so that it marks a complete registration.</summary>
    public const string TimePath = Namespace + "/time";

    /// <summary>The facts that the targets pass, those that are known, and the service that builds.</summary>
    public static BuildFacts Of(ITaskItem[] facts, string folder)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
            Add(fact.ItemSpec, fact.GetMetadata("Value"));
        Add("machine", Environment.MachineName);
        if (CiSystem.Detect(Environment.GetEnvironmentVariable) is { } ci)
        {
            Add("ci/name", ci.Name);
            Add("ci/number", ci.Number);
            Add("ci/url", ci.Url);
        }
        return new(fields, folder);

        void Add(string name, string? value)
        {
            if (value is { Length: > 0 })
                fields[name] = SecretText.Masked(value);
        }
    }
}
