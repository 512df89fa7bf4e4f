using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Neptune.Generators.Tests.Analyzers;

/// <summary>
/// A project with the library, the generator and one file. Where a diagnostic is expected, the file says <c>[|code|]</c>.
/// </summary>
internal sealed class CodeUnderTest : IDisposable
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Neptune;
        """;

    /// <summary>As few as the code needs: each test reads all of them.</summary>
    private static readonly string[] Names =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Linq.Expressions", "System.Console", "System.Threading", "System.Memory",
        "System.Private.Uri", "System.Diagnostics.DiagnosticSource", "System.Collections.Immutable", "System.Runtime.Numerics", "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Primitives", "Neptune", "Neptune.Core", "Neptune.Storage",
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Names.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly AdhocWorkspace workspace = new();

    public CodeUnderTest(string marked, LanguageVersion version = LanguageVersion.CSharp14, params string[] others)
    {
        var (source, spans) = Unmark(marked);
        Marks = spans;
        var options = new CSharpParseOptions(version);
        var hasStatements = CSharpSyntaxTree.ParseText(source, options).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var project = workspace.AddProject("Test", LanguageNames.CSharp)
            .WithParseOptions(options)
            .WithCompilationOptions(new CSharpCompilationOptions(hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable))
            .AddMetadataReferences(References)
            .AddAnalyzerReference(new GeneratorReference());
        if (version >= LanguageVersion.CSharp10)
            project = project.AddDocument("Usings.cs", Usings).Project;
        for (var i = 0; i < others.Length; i++)
            project = project.AddDocument($"Other{i}.cs", others[i]).Project;
        Document = project.AddDocument("Test.cs", source);
    }

    public Document Document { get; private set; }

    /// <summary>Where diagnostics are expected.</summary>
    public IReadOnlyList<TextSpan> Marks { get; }

    /// <summary>What the compiler says of the file and of generated code.</summary>
    public async Task<string[]> CompilerErrorsAsync() =>
        [.. (await CompilationAsync()).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).Distinct().Order()];

    /// <summary>What an analyzer says, in the order of the file.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer) =>
        [.. (await (await CompilationAsync()).WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync()).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    public void Edit(Document changed) => Document = changed;

    public async Task<string> TextAsync() => $"{await Document.GetTextAsync()}";

    public void Dispose() => workspace.Dispose();

    private async Task<Compilation> CompilationAsync() => (await Document.Project.GetCompilationAsync())!;

    private static (string Source, IReadOnlyList<TextSpan> Spans) Unmark(string marked)
    {
        var spans = new List<TextSpan>();
        for (var start = marked.IndexOf("[|", StringComparison.Ordinal); start >= 0; start = marked.IndexOf("[|", StringComparison.Ordinal))
        {
            marked = marked.Remove(start, 2);
            var end = marked.IndexOf("|]", StringComparison.Ordinal);
            marked = marked.Remove(end, 2);
            spans.Add(TextSpan.FromBounds(start, end));
        }
        return (marked, spans);
    }

    private sealed class GeneratorReference : AnalyzerReference
    {
        // The workspace finds the reference of a generator by the instance.
        private readonly ImmutableArray<ISourceGenerator> generators = [new NamespaceGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => typeof(NamespaceGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;
    }
}
