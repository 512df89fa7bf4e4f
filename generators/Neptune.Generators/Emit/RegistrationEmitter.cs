using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>Makes the type known when its assembly is loaded, so that queries find it without reflection.</summary>
internal static class RegistrationEmitter
{
    public static void Write(SourceWriter writer, NamespaceSpec spec)
    {
        using (writer.Open($"internal static class {spec.Type.GeneratedName}NeptuneRegistration"))
        {
            writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            writer.Line($"internal static void Register() => {Names.Accessor(spec.Type)}.Shape.Instance.Register();");
        }
    }
}
