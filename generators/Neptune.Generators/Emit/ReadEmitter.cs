using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>Makes a type of what was read. First with what it must be given, which shows what it declares for the rest; then with everything.</summary>
internal static class ReadEmitter
{
    public static void Write(SourceWriter writer, GroupSpec group, LanguageFeatures features)
    {
        var type = group.TypeName;
        if (!group.Construction.IsPossible)
        {
            writer.Line($"public override {type} Read({Names.Typed}TypedReader reader) => throw CannotBeMade();");
            writer.Line();
            writer.Line($"public override {type} Read({Names.Typed}TypedReader reader, {type} declared) => throw CannotBeMade();");
        }
        else
        {
            writer.Line($"public override {type} Read({Names.Typed}TypedReader reader) => Read(reader, {Minimal(group)});");
            writer.Line();
            WriteRead(writer, group);
        }
        writer.Line();
        WriteTryCreate(writer, group, features);
    }

    private static string Minimal(GroupSpec group)
    {
        var arguments = group.Construction.AddsConstructor
            ? "reader"
            : string.Join(", ", group.Construction.Parameters.Select(parameter => Given(Find(group, parameter), parameter.Default)));
        var required = group.Members.Where(m => m.Setting == MemberSetting.Required).ToList();
        var initializer = required.Count == 0 ? "" : $" {{ {string.Join(", ", required.Select(m => $"{Names.Escape(m.Name)} = {Given(m, null)}"))} }}";
        return $"new {group.TypeName}({arguments}){initializer}";
    }

    private static void WriteRead(SourceWriter writer, GroupSpec group)
    {
        using (writer.Open($"public override {group.TypeName} Read({Names.Typed}TypedReader reader, {group.TypeName} declared)"))
        {
            var arguments = group.Construction.AddsConstructor
                ? "reader"
                : string.Join(", ", group.Construction.Parameters.Select(parameter => Over(Find(group, parameter))));
            var settable = group.Members.Where(m => m.Setting is MemberSetting.Initializer or MemberSetting.Required).ToList();
            if (settable.Count == 0)
            {
                writer.Line($"return new {group.TypeName}({arguments});");
                return;
            }
            writer.Line($"return new {group.TypeName}({arguments})");
            writer.Line("{");
            foreach (var member in settable)
                writer.Line($"    {Names.Escape(member.Name)} = {Over(member)},");
            writer.Line("};");
        }
    }

    private static void WriteTryCreate(SourceWriter writer, GroupSpec group, LanguageFeatures features)
    {
        var attribute = features.HasNullability ? "[global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] " : "";
        var isFree = group.Construction is { IsPossible: true, AddsConstructor: false, Parameters.Count: 0 } && group.Members.All(m => m.Setting != MemberSetting.Required);
        using (writer.Open($"public override bool TryCreate({attribute}out {group.TypeName} value)"))
        {
            writer.Line(isFree ? $"value = new {group.TypeName}();" : $"value = default({group.TypeName});");
            writer.Line($"return {(isFree ? "true" : "false")};");
        }
    }

    /// <summary>A value that somebody must have given, or the default of the parameter.</summary>
    private static string Given(MemberSpec member, string? defaultValue) => member.Kind switch
    {
        MemberKind.Leaf => $"reader.Read({Names.Definition(member)}{(defaultValue is null ? "" : $", {defaultValue}")})",
        MemberKind.Group => $"reader.{(member.IsNullableValue ? "NullableGroup" : "Group")}({Names.Quote(member.Path)}, {ShapeEmitter.Nested(member)}.Instance)",
        var handle => $"reader.{handle}({Names.Definition(member)})",
    };

    /// <summary>A value, or what the declared object has.</summary>
    private static string Over(MemberSpec member) => member.Kind switch
    {
        MemberKind.Leaf => $"reader.Read({Names.Definition(member)}, declared.{Names.Escape(member.Name)})",
        MemberKind.Group => $"reader.{(member.IsNullableValue ? "NullableGroup" : "Group")}({Names.Quote(member.Path)}, {ShapeEmitter.Nested(member)}.Instance, declared.{Names.Escape(member.Name)})",
        var handle => $"reader.{handle}({Names.Definition(member)})",
    };

    private static MemberSpec Find(GroupSpec group, ParameterSpec parameter) => group.Members.First(m => m.Name == parameter.Member);
}
