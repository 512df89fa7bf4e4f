using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>The other part of a type whose series and sets have no setters: the constructor that sets them.</summary>
internal static class ConstructorEmitter
{
    public static void Write(SourceWriter writer, NamespaceSpec spec)
    {
        var blocks = new Stack<SourceWriter.Block>();
        foreach (var header in spec.Type.Declarations)
            blocks.Push(writer.Open(header));
        WriteConstructor(writer, spec);
        while (blocks.Count > 0)
            blocks.Pop().Dispose();
    }

    private static void WriteConstructor(SourceWriter writer, NamespaceSpec spec)
    {
        var shape = $"{Names.Accessor(spec.Type)}{spec.Type.TypeParameters}.Shape";
        var header = spec.Type.Declarations[spec.Type.Declarations.Count - 1];
        var name = header.Substring(header.LastIndexOf(' ') + 1).Split('<')[0];
        writer.Line("/// <summary>Takes the series, sets and files of an object.</summary>");
        writer.Line($"internal {name}({Names.Typed}TypedReader reader)");
        if (spec.Type.ChainsConstructor)
            writer.Line("    : this()");
        writer.Line("{");
        foreach (var member in spec.Root.Members.Where(m => m.Setting == MemberSetting.AddedConstructor))
        {
            var field = $"{shape}.{Names.Definition(member)}";
            var value = member.Kind switch
            {
                MemberKind.Leaf => $"reader.File({field})",
                MemberKind.Group => $"reader.Group({Names.Quote(member.Path)}, {Names.Accessor(spec.Type)}{spec.Type.TypeParameters}.{ShapeEmitter.Nested(member)}.Instance)",
                var handle => $"reader.{handle}({field})",
            };
            writer.Line($"    {Names.Escape(member.Name)} = {value};");
        }
        writer.Line("}");
    }
}
