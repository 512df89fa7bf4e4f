using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>
/// Source code with what the generator makes of it. Making one also asserts what holds for every source: no warning, the same output
/// for the same input, and nothing made anew after edits that do not concern the annotated types.
/// </summary>
public sealed class Generated
{
    private const string Unrelated = "internal static class Unrelated { internal static int Twice(int value) { return value * 2; } }";

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("Neptune.Generators", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))]);

    private Generated(CSharpCompilation compilation, IReadOnlyList<string> sources)
    {
        Compilation = compilation;
        Sources = sources;
    }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The texts of the generated files.</summary>
    public IReadOnlyList<string> Sources { get; }

    public static Generated From(string source, LanguageVersion version = LanguageVersion.CSharp14) => From([source], version);

    public static Generated From(IReadOnlyList<string> sources, LanguageVersion version = LanguageVersion.CSharp14, OutputKind kind = OutputKind.ConsoleApplication, params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Parse);
        var input = CSharpCompilation.Create(
            $"Generated{Guid.NewGuid():N}",
            sources.Append(Unrelated).Select(text => CSharpSyntaxTree.ParseText(text, options)),
            Platform.Value.Concat(references),
            new CSharpCompilationOptions(kind, nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));

        var driver = Caching.NewDriver(options).RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);

        Assert.Empty(diagnostics);
        var problems = output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Caching.AssertNothingIsMadeAnew(driver, input);
        return new((CSharpCompilation)output, [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())]);
    }

    /// <summary>The library, for a program that uses it.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(Emit());

    /// <summary>Runs the program in a process-wide console and gives what it printed.</summary>
    public string Run(params Generated[] libraries) => Programs.Run(Emit(), [.. libraries.Select(library => library.Emit())]);

    private byte[] Emit()
    {
        using var binary = new MemoryStream();
        var result = Compilation.Emit(binary);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return binary.ToArray();
    }
}
