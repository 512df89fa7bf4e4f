using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.ML;

namespace Neptune.ML.Tests;

/// <summary>The C# of the package's README is compiled as it stands there, and its first example is run; so is the example with ML.NET of the product's README.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    /// <summary>What the examples take for granted.</summary>
    private const string Around = """
        using System;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.ML;
        using Neptune;
        using Neptune.ML;

        public sealed class Person { public float Age { get; set; } }

        public sealed class Income { public float Probability { get; set; } }

        public static class Example
        {
            public static void First(MLContext ml, IEstimator<ITransformer> features, IDataView train, IDataView valid, IDataView test)
            {
                FIRST
            }

            public static void Training(IEstimator<ITransformer> pipeline, IDataView train, IDataView valid, Run run, System.Threading.CancellationTokenSource stopping)
            {
                SETTINGS
            }

            public static void Searching(Run run)
            {
                TRIALS
            }

            public static void Compiled(MLContext ml, IEstimator<ITransformer> pipeline, ITransformer model, IDataView data, IDataView test, Run run)
            {
                SECOND
            }

            public static void Naming(ITransformer loaded, IDataView test, Run run)
            {
                COLUMNS
            }

            public static void Serving(IServiceCollection services, NeptunePredictionEngine<Person, Income> engine, Person person)
            {
                THIRD
                FOURTH
            }
        }
        """;

    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void The_examples_compile_and_the_first_one_trains_evaluates_registers_and_loads()
    {
        var example = Compile().GetType("Example")!.GetMethod("First")!;
        var ml = new MLContext(seed: 1);
        var data = Datasets.BreastCancer(ml);
        var named = ml.Transforms.CopyColumns("Over50K", "Label").Append(ml.Transforms.DropColumns("Label")).Fit(data).Transform(data);
        var split = ml.Data.TrainTestSplit(named);

        using var home = new EnvironmentVariable("NEPTUNE_HOME", store.Home);
        using var project = new EnvironmentVariable("NEPTUNE_PROJECT", "ml-team/mlnet");
        example.Invoke(null, [ml, ml.Transforms.ReplaceMissingValues("Features"), split.TrainSet, split.TestSet, split.TestSet]);

        using var run = store.Run(options => (options.WithId, options.Mode) = ("MLNET-1", ConnectionMode.ReadOnly));
        Assert.True(run["test/auc"].Fetch<double>() > 0.9);
        using var version = store.Version(run["model/version"].Fetch<string>());
        Assert.Equal(ModelStage.Production, version["sys/stage"].Fetch<ModelStage>());
    }

    [Fact]
    public void The_program_of_the_products_readme_trains_and_evaluates()
    {
        var program = Compile(OutputKind.ConsoleApplication, "global using System; global using System.Linq;", Assert.Single(Snippets("product.md"), snippet => snippet.Contains("MLContext")));

        using var home = new EnvironmentVariable("NEPTUNE_HOME", store.Home);
        using var project = new EnvironmentVariable("NEPTUNE_PROJECT", "ml-team/mlnet");
        program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);

        using var run = store.Run(options => (options.WithId, options.Mode) = ("MLNET-1", ConnectionMode.ReadOnly));
        Assert.True(run["test/r2"].Fetch<double>() > 0.95);
        Assert.True(run.Exists("model/file"));
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    private static Assembly Compile()
    {
        var snippets = Snippets("README.md");
        Assert.Equal(7, snippets.Length);
        var code = Around.Replace("FIRST", snippets[0]).Replace("SETTINGS", snippets[1]).Replace("TRIALS", snippets[2]).Replace("SECOND", snippets[3]).Replace("COLUMNS", snippets[4]).Replace("THIRD", snippets[5]).Replace("FOURTH", snippets[6]);
        return Compile(OutputKind.DynamicallyLinkedLibrary, code);
    }

    private static string[] Snippets(string file) => [.. CSharp().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))).Select(match => match.Groups[1].Value)];

    private static Assembly Compile(OutputKind kind, params string[] code)
    {
        var compilation = CSharpCompilation.Create(
            "ReadmeExamples",
            code.Select(text => CSharpSyntaxTree.ParseText(text)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        using var binary = new MemoryStream();
        var result = compilation.Emit(binary);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return Assembly.Load(binary.ToArray());
    }

    /// <summary>A variable of this process, which gets back what it was. The other tests name their store and project themselves.</summary>
    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string name;
        private readonly string? before;

        public EnvironmentVariable(string name, string value)
        {
            this.name = name;
            before = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(name, before);
    }

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
