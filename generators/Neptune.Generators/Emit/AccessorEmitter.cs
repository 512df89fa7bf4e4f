using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>The classes whose properties are the fields: one for the annotated type, one inside it for each nested type.</summary>
internal static class AccessorEmitter
{
    public static void Write(SourceWriter writer, NamespaceSpec spec, LanguageFeatures features)
    {
        var name = Names.Accessor(spec.Type);
        writer.Line($"/// <summary>The fields of <c>{Names.Xml(spec.Type.GeneratedName)}</c> on an object.</summary>");
        using (writer.Open($"{spec.Type.Accessibility} sealed partial class {name}{spec.Type.TypeParameters} : {Names.Typed}TypedNamespace<{spec.Root.TypeName}>{spec.Type.Constraints}"))
        {
            if (spec.Type.TypeParameters.Length > 0)
            {
                writer.Line($"static {name}() => Shape.Instance.Register();");
                writer.Line();
            }
            WriteMembers(writer, spec.Root, name, spec.Type.TypeParameters, spec.IsAssignable, features);
            foreach (var element in spec.Elements)
            {
                writer.Line();
                ShapeEmitter.Write(writer, element, features);
            }
        }
    }

    private static void WriteMembers(SourceWriter writer, GroupSpec group, string name, string parameters, bool isAssignable, LanguageFeatures features)
    {
        var shape = Names.Shape(group);
        writer.Line("/// <summary>The fields on an object.</summary>");
        writer.Line($"public {name}(global::Neptune.NeptuneObject owner)");
        writer.Line($"    : base(owner, {shape}.Instance)");
        writer.Line("{");
        writer.Line("}");
        if (isAssignable)
            WriteConversion(writer, group, name, parameters, shape);
        foreach (var member in group.Members)
        {
            writer.Line();
            WriteProperty(writer, member, shape, features);
        }
        foreach (var member in group.Members.Where(m => m.Group is not null))
        {
            writer.Line();
            WriteGroup(writer, member.Group!, features);
        }
        writer.Line();
        ShapeEmitter.Write(writer, group, features);
    }

    private static void WriteConversion(SourceWriter writer, GroupSpec group, string name, string parameters, string shape)
    {
        writer.Line();
        writer.Line($"private {name}({group.TypeName} value)");
        writer.Line($"    : base(value, {shape}.Instance)");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        writer.Line("/// <summary>A value on its way to an object.</summary>");
        writer.Line($"public static implicit operator {name}{parameters}({group.TypeName} value) => new {name}{parameters}(value);");
    }

    private static void WriteGroup(SourceWriter writer, GroupSpec group, LanguageFeatures features)
    {
        var name = Names.Accessor(group);
        writer.Line($"/// <summary>The fields below <c>{Names.Xml(group.Path)}</c>.</summary>");
        using (writer.Open($"public sealed class {name} : {Names.Typed}TypedNamespace<{group.TypeName}>"))
            WriteMembers(writer, group, name, "", group.HasValues, features);
    }

    private static void WriteProperty(SourceWriter writer, MemberSpec member, string shape, LanguageFeatures features)
    {
        var (name, hiding, field) = (Names.Escape(member.Name), Names.Hiding(member.Name), $"{shape}.{Names.Definition(member)}");
        writer.Line($"/// <inheritdoc cref=\"{member.DocId}\"/>");
        writer.Line($"/// <remarks>{(member.Kind == MemberKind.Group ? "Namespace" : "Field")} <c>{Names.Xml(member.Path)}</c>.</remarks>");
        var (type, get, set) = member.Kind switch
        {
            MemberKind.Leaf => ($"global::Neptune.Field<{Names.TypeOf(member, features)}>", $"base.Leaf({field})", $"base.Set({field}, value)"),
            MemberKind.Group => (Names.Accessor(member.Group!), $"new {Names.Accessor(member.Group!)}(base.Owner)", "value.CopyTo(base.Owner)"),
            var handle => ($"global::Neptune.{handle}", $"base.{handle}({field})", ""),
        };
        if (member.IsHandle || member.Group is { HasValues: false })
        {
            writer.Line($"public {hiding}{type} {name} => {get};");
            return;
        }
        using (writer.Open($"public {hiding}{type} {name}"))
        {
            writer.Line($"get => {get};");
            writer.Line($"set => {set};");
        }
    }
}
