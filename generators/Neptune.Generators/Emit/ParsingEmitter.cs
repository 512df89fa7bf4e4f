using Neptune.Generators.Specs;

namespace Neptune.Generators.Emit;

/// <summary>Makes the type of configurations and command lines.</summary>
internal static class ParsingEmitter
{
    public static void Write(SourceWriter writer, NamespaceSpec spec)
    {
        var (type, shape) = (spec.Type.FullName, $"{Names.Accessor(spec.Type)}.Shape.Instance");
        var section = Names.Xml(spec.Root.Path.Replace('/', ':'));
        Method(writer, $"The values of a configuration, in the section <c>{section}</c>, over those that the type declares.", $"public static {type} Bind(global::Microsoft.Extensions.Configuration.IConfiguration configuration) => {shape}.Bind(configuration);");
        Method(writer, "The values of a configuration over those of another value.", $"public static {type} Bind(global::Microsoft.Extensions.Configuration.IConfiguration configuration, {type} over) => {shape}.Bind(configuration, over);");
        Method(writer, $"The values of a command line, such as <c>--{section}:NAME VALUE</c>, over those that the type declares.", $"public static {type} ParseArgs(string[] args) => {shape}.ParseArgs(args);");
        Method(writer, "The values of a command line over those of another value.", $"public static {type} ParseArgs(string[] args, {type} over) => {shape}.ParseArgs(args, over);", isLast: true);
    }

    private static void Method(SourceWriter writer, string summary, string line, bool isLast = false)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("/// <exception cref=\"T:Neptune.NeptuneOptionsException\">A value is none of its type, or one without default is missing.</exception>");
        writer.Line(line);
        if (!isLast)
            writer.Line();
    }
}
