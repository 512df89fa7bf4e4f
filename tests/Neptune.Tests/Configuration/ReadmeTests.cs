using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neptune.Tests.Configuration;

/// <summary>The C# of the README is compiled as it stands there and run.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed partial class ReadmeTests : IDisposable
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    private readonly TemporaryEnvironment environment = new();
    private readonly TemporaryStore store = new();

    [Fact]
    public void The_ten_lines_record_a_run()
    {
        var printed = RunSnippet(0);

        Assert.Contains("0.01 after 64 rows a batch", printed);
        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(100, run["train/loss"].FetchValues<double>().Count);
        Assert.Equal("baseline", run["sys/name"].Fetch<string>());
        Assert.False(run["sys/failed"].Fetch<bool>());
    }

    [Fact]
    public void The_page_of_objects_does_what_it_says()
    {
        var printed = RunSnippet(2);
        var again = RunSnippet(2);

        Assert.Equal(2, (printed + again).Split("ReLU").Length - 1);
        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(0.01, run["params/lr"].Fetch<double>());
        using var version = ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-1" }, ConnectionMode.ReadOnly));
        Assert.Equal(ModelStage.Staging, version["sys/stage"].Fetch<ModelStage>());
        Assert.Equal("CLS-1", version["run/id"].Fetch<string>());
        using var project = store.ProjectObject();
        Assert.Equal("adult.txt", project["data/source"].Fetch<string>());
    }

    /// <summary>The second needs ML.NET and the last one the generator; they are tested with them.</summary>
    [Fact]
    public void There_is_no_csharp_in_the_readme_that_is_not_tested() => Assert.Equal(4, Snippets().Count);

    public void Dispose()
    {
        environment.Dispose();
        store.Dispose();
    }

    private static IReadOnlyList<string> Snippets() =>
        [.. CSharp().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"))).Select(match => match.Groups[1].Value)];

    private string RunSnippet(int index)
    {
        environment.Set("NEPTUNE_HOME", store.Home);
        environment.Set("NEPTUNE_PROJECT", TemporaryStore.Project);
        var program = Compile(Snippets()[index]);
        var (before, printed) = (Console.Out, new StringWriter());
        Console.SetOut(printed);
        try
        {
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        return printed.ToString();
    }

    private static Assembly Compile(string snippet)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "ReadmeSnippet",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(snippet)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var binary = new MemoryStream();
        var result = compilation.Emit(binary);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity >= DiagnosticSeverity.Warning);
        return Assembly.Load(binary.ToArray());
    }

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
