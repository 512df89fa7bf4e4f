using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>The description of a type for the library: its fields, how its values are written and how one is made of what was read.</summary>
internal static class ShapeEmitter
{
    public static void Write(SourceWriter writer, GroupSpec group, LanguageFeatures features)
    {
        var name = Names.Shape(group);
        using (writer.Open($"internal sealed class {name} : {Names.Typed}TypedShape<{group.TypeName}>"))
        {
            writer.Line($"internal static readonly {name} Instance = new {name}();");
            writer.Line();
            foreach (var member in group.Members.Where(m => m.Kind != MemberKind.Group))
                WriteField(writer, member, features);
            writer.Line();
            writer.Line($"private {name}()");
            writer.Line($"    : base({Names.Quote(group.Path)})");
            writer.Line("{");
            writer.Line("}");
            writer.Line();
            WriteFields(writer, group);
            writer.Line();
            WriteWrite(writer, group);
            writer.Line();
            ReadEmitter.Write(writer, group, features);
        }
    }

    private static void WriteField(SourceWriter writer, MemberSpec member, LanguageFeatures features)
    {
        var (type, arguments) = member.Kind == MemberKind.Leaf
            ? ($"{Names.Typed}TypedField<{Names.TypeOf(member, features)}>", member.Codec is null ? "" : $", {Codec(member.Codec, features)}")
            : ($"{Names.Typed}TypedField", $", global::Neptune.FieldType.{member.Kind}");
        writer.Line($"internal static readonly {type} {Names.Definition(member)} = new {type}({Names.Quote(member.Path)}, {Names.Quote(member.Member)}{arguments});");
    }

    /// <summary>Before C# 8 a reference type has no question mark. Where one follows a reference in a codec, the type is an argument of a collection.</summary>
    private static string Codec(string codec, LanguageFeatures features) => features.HasNullability ? codec : ReferenceNullability.Strip(codec);

    private static void WriteFields(SourceWriter writer, GroupSpec group)
    {
        var type = $"{Names.Typed}TypedField";
        var own = group.Members.Where(m => m.Kind != MemberKind.Group).Select(Names.Definition).ToList();
        var nested = group.Members.Where(m => m.Group is not null).Select(m => $"{Nested(m)}.Instance.Fields").ToList();
        writer.Line($"public override global::System.Collections.Generic.IReadOnlyList<{type}> Fields => {(nested.Count == 0 ? "new" : $"Join(new")} {type}[]");
        writer.Line("{");
        foreach (var field in own)
            writer.Line($"    {field},");
        writer.Line(nested.Count == 0 ? "};" : $"}}, {string.Join(", ", nested)});");
    }

    private static void WriteWrite(SourceWriter writer, GroupSpec group)
    {
        using (writer.Open($"public override void Write({group.TypeName} value, {Names.Typed}TypedWriter writer)"))
        {
            foreach (var member in group.Members.Where(m => !m.IsHandle))
            {
                var value = $"value.{Names.Escape(member.Name)}";
                writer.Line(member.Kind == MemberKind.Leaf
                    ? $"writer.Write({Names.Definition(member)}, {value});"
                    : $"writer.{(member.IsNullableValue ? "NullableGroup" : "Group")}({Names.Quote(member.Path)}, {Nested(member)}.Instance, {value});");
            }
        }
    }

    /// <summary>The shape of a nested type stands in the accessor of that type.</summary>
    public static string Nested(MemberSpec member) => $"{Names.Accessor(member.Group!)}.{Names.Shape(member.Group!)}";
}
