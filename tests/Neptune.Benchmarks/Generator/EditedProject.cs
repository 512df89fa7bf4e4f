using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Neptune.Benchmarks.Generator;

/// <summary>A project of 500 files and some annotated classes of 14 properties, in which somebody types in a method body.</summary>
internal sealed class EditedProject
{
    private const int OtherFiles = 500;

    private static readonly string[] Types =
        ["double", "int", "bool", "string", "double?", "string?", "System.TimeSpan", "System.DayOfWeek", "System.Collections.Generic.List<int>", "float", "long", "System.Guid", "double[]", "System.Collections.Generic.Dictionary<string, double>"];

    private readonly CSharpParseOptions options = new(LanguageVersion.CSharp14);
    private readonly SyntaxTree typedIn;
    private readonly CSharpCompilation compilation;
    private int keystrokes;

    public EditedProject(int classes)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        typedIn = Parse(Body(0));
        var others = Enumerable.Range(0, OtherFiles).Select(i => Parse($"namespace App; public sealed class Other{i} {{ public int Value {{ get; set; }} public int Twice() => Value * 2; }}"));
        compilation = CSharpCompilation.Create("App", [typedIn, .. others, .. Enumerable.Range(0, classes).Select(i => Parse(Annotated(i)))], references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>A driver that has seen nothing yet.</summary>
    public GeneratorDriver NewDriver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options);

    /// <summary>The project as it is.</summary>
    public CSharpCompilation Current => compilation;

    /// <summary>The project after another keystroke in a file without annotated types.</summary>
    public CSharpCompilation NextKeystroke() =>
        compilation.ReplaceSyntaxTree(typedIn, typedIn.WithChangedText(SourceText.From(Body(++keystrokes))));

    private SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, options);

    private static string Body(int value) => $"namespace App; public static class TypedIn {{ public static int Value() => {value}; }}";

    private static string Annotated(int index) =>
        $"namespace App; /// <summary>Number {index}.</summary>\n[Neptune.NeptuneNamespace(\"ns{index}\")] public sealed class Params{index} {{ {string.Join(' ', Types.Select((type, i) => $"public {type} Property{i} {{ get; set; }}{(type.EndsWith('?') || i is < 3 or 6 or 7 or 9 or 10 or 11 ? "" : " = default!;")}"))} }}";
}
