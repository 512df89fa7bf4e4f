using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

/// <summary>Annotated types of an assembly that was compiled before count like those of the project.</summary>
public sealed class ReferencedTypesTests
{
    private const string Library = """
        namespace Mine;
        [NeptuneNamespace("params")] public record TrainParams { public double Lr { get; init; } public Dictionary<string, int> Extra { get; init; } = new(); }
        [NeptuneNamespace("hidden")] internal record HiddenParams { public double Lr { get; init; } }
        """;

    [Fact]
    public Task A_path_that_a_library_declares_is_known() =>
        AtMarks<MistypedPathAnalyzer>("""
            using var run = Run.Init();
            run[[|"parms/lr"|]] = 0.1;
            run["params/lr"] = 0.1;
            run["params/extra/lrr"] = 1;
            run["hidden/LR"] = 0.1;
            """);

    [Fact]
    public Task A_value_of_another_type_than_a_library_declares_is_told() =>
        AtMarks<WrongValueTypeAnalyzer>("""using var run = Run.Init(); run["params/lr"] = [|"fast"|]; run["hidden/lr"] = "fast";""");

    [Fact]
    public Task A_type_cannot_claim_the_accessor_that_one_of_a_library_has_in_its_namespace() =>
        AtMarks<AccessorClaimedTwiceAnalyzer>("""
            namespace Mine
            {
                [NeptuneNamespace("my/params", Accessor = "Params")] public record [|MyParams|] { public int A { get; init; } }
                [NeptuneNamespace("hidden")] public record Hidden { public int A { get; init; } }
            }
            namespace Other
            {
                [NeptuneNamespace("other", Accessor = "Params")] public record OtherParams { public int A { get; init; } }
            }
            """);

    private static async Task AtMarks<TAnalyzer>(string marked)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        using var library = new CodeUnderTest(Library);
        using var assembly = new MemoryStream();
        Assert.True((await library.Document.Project.GetCompilationAsync())!.WithAssemblyName("Library").Emit(assembly).Success);
        using var code = new CodeUnderTest(marked);
        code.Edit(code.Document.Project.AddMetadataReference(MetadataReference.CreateFromImage(assembly.ToArray())).GetDocument(code.Document.Id)!);

        Assert.Empty(await code.CompilerErrorsAsync());
        Assert.Equal(code.Marks, (await code.DiagnosticsAsync(new TAnalyzer())).Select(diagnostic => diagnostic.Location.SourceSpan));
    }
}
