using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>The accessor on Neptune objects: a property where the language has extension properties, a method where it has not or the type has parameters.</summary>
internal static class ExtensionsEmitter
{
    public static void Write(SourceWriter writer, NamespaceSpec spec, LanguageFeatures features)
    {
        writer.Line($"/// <summary>Adds the namespace <c>{Names.Xml(spec.Root.Path)}</c> to every Neptune object.</summary>");
        using (writer.Open($"{spec.Type.Accessibility} static partial class {spec.Type.GeneratedName}{Names.Extensions}"))
        {
            if (features.HasExtensionMembers && spec.Type.TypeParameters.Length == 0)
            {
                WriteProperty(writer, spec);
                if (spec.IsParsed)
                {
                    writer.Line();
                    using (writer.Open($"extension({spec.Type.FullName})"))
                        ParsingEmitter.Write(writer, spec);
                }
                return;
            }
            WriteMethod(writer, spec);
            if (spec.IsParsed)
            {
                writer.Line();
                ParsingEmitter.Write(writer, spec);
            }
        }
    }

    private static void WriteProperty(SourceWriter writer, NamespaceSpec spec)
    {
        var accessor = Names.Accessor(spec.Type);
        writer.Line("/// <param name=\"owner\">The object.</param>");
        using (writer.Open("extension(global::Neptune.NeptuneObject owner)"))
        {
            WriteDocs(writer, spec);
            if (!spec.IsAssignable)
            {
                writer.Line($"public {accessor} {Names.Escape(spec.Accessor)} => new {accessor}(owner);");
                return;
            }
            using (writer.Open($"public {accessor} {Names.Escape(spec.Accessor)}"))
            {
                writer.Line($"get => new {accessor}(owner);");
                writer.Line("set => value.CopyTo(owner);");
            }
        }
    }

    private static void WriteMethod(SourceWriter writer, NamespaceSpec spec)
    {
        var accessor = $"{Names.Accessor(spec.Type)}{spec.Type.TypeParameters}";
        WriteDocs(writer, spec);
        writer.Line($"public static {accessor} {Names.Escape(spec.Accessor)}{spec.Type.TypeParameters}(this global::Neptune.NeptuneObject owner){spec.Type.Constraints} => new {accessor}(owner);");
    }

    private static void WriteDocs(SourceWriter writer, NamespaceSpec spec)
    {
        writer.Line($"/// <inheritdoc cref=\"{spec.Type.DocId}\"/>");
        writer.Line($"/// <remarks>Namespace <c>{Names.Xml(spec.Root.Path)}</c>.</remarks>");
    }
}
