using System.Text;
using System.Text.Json;

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

    /// <summary>The record as JSON on one line. Written by hand: a build does it once in a new process, and the serializer would be compiled for it first.</summary>
    public string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("key", Key);
            json.WriteString("version", Version);
            json.WriteString("project", Project);
            json.WriteString("stage", Stage.ToString());
            json.WriteString("sha256", Sha256);
            json.WriteString("path", Path);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
