using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Neptune.Registry;

namespace Neptune.Cli.Shipping;

/// <summary>Reads which models an assembly was built with. The assembly is read as a file: nothing of it is loaded or run.</summary>
internal static class ShippedModels
{
    private const string AttributeName = "AssemblyMetadataAttribute";
    private const int AttributeProlog = 1;

    /// <param name="path">The assembly, or the program that starts it.</param>
    /// <exception cref="NeptuneNotFoundException">There is no such file.</exception>
    /// <exception cref="NeptuneCorruptDataException">The file is no .NET assembly, or its attribute says nothing that can be understood.</exception>
    public static IReadOnlyList<ShippedModel> Of(string path)
    {
        if (!File.Exists(path))
            throw new NeptuneNotFoundException($"There is no file {path}.");
        using var file = File.OpenRead(path);
        try
        {
            using var assembly = new PEReader(file);
            if (assembly.HasMetadata)
                return [.. Attributes(assembly.GetMetadataReader()).Select(value => Parse(path, value))];
        }
        catch (BadImageFormatException)
        {
            // A program that is no assembly itself.
        }
        return LibraryOf(path) is var library && File.Exists(library)
            ? Of(library)
            : throw new NeptuneCorruptDataException($"{path} is no .NET assembly. Name the dll that the build made.");
    }

    /// <summary>The assembly that a program starts: <c>app.dll</c> of <c>app</c> and of <c>app.exe</c>.</summary>
    private static string LibraryOf(string program) =>
        (program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? program[..^".exe".Length] : program) + ".dll";

    private static ShippedModel Parse(string path, string value)
    {
        try
        {
            return JsonSerializer.Deserialize(value, ShippedModelJson.Default.ShippedModel) ?? throw new JsonException("It says null.");
        }
        catch (JsonException e)
        {
            throw new NeptuneCorruptDataException($"{path} has an attribute {ShippedModel.AttributeKey} that cannot be understood: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Attributes(MetadataReader reader) => reader.GetAssemblyDefinition().GetCustomAttributes()
        .Select(reader.GetCustomAttribute)
        .Where(attribute => NameOf(reader, attribute) == AttributeName)
        .Select(attribute => Arguments(reader, attribute))
        .Where(pair => pair.Key == ShippedModel.AttributeKey && pair.Value is not null)
        .Select(pair => pair.Value!);

    private static string? NameOf(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return constructor.Parent.Kind == HandleKind.TypeReference ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name) : null;
    }

    /// <summary>The two strings of the attribute's constructor (ECMA-335, II.23.3).</summary>
    private static (string? Key, string? Value) Arguments(MetadataReader reader, CustomAttribute attribute)
    {
        var blob = reader.GetBlobReader(attribute.Value);
        return blob.ReadUInt16() == AttributeProlog ? (blob.ReadSerializedString(), blob.ReadSerializedString()) : (null, null);
    }
}
