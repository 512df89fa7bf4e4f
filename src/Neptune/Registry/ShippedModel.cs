namespace Neptune.Registry;

/// <summary>A model that an assembly was built with, as its <c>AssemblyMetadata</c> attribute says.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="Version">The version's id; empty when the file was not registered.</param>
/// <param name="Project">The project's full name; empty when the file was not registered.</param>
/// <param name="Stage">The stage that the version was in.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Path">Where the file is, from the assembly's folder; empty when it is not shipped along.</param>
internal sealed record ShippedModel(string Key, string Version, string Project, ModelStage Stage, string Sha256, string Path)
{
    /// <summary>The key of the attributes; their values are these records as JSON.</summary>
    public const string AttributeKey = "Neptune.Model";
}
