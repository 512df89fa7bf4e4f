using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.QuickInfo;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>What an editor shows, asked of the services that editors ask.</summary>
public sealed class CompletionTests
{
    private const string Source = """
        using Neptune;
        namespace App;

        /// <summary>What a training is given.</summary>
        [NeptuneNamespace("params")]
        public sealed record TrainParams
        {
            /// <summary>The learning rate, per step.</summary>
            public double Lr { get; init; }
            public Inner Optimizer { get; init; } = new();
        }

        public sealed class Inner { public double Beta { get; set; } }

        public static class Program
        {
            public static void Main() { }
            public static void Use(Run run)
            {
                _ = run.Params;
                _ = run.Params.Lr;
            }
        }
        """;

    [Fact]
    public async Task Members_of_a_run_complete_to_the_accessor_and_its_fields()
    {
        var document = Document();
        var completion = CompletionService.GetService(document)!;

        var onRun = await completion.GetCompletionsAsync(document, After("_ = run."));
        var onParams = await completion.GetCompletionsAsync(document, After("_ = run.Params."));

        Assert.Contains("Property", Assert.Single(onRun.ItemsList, item => item.DisplayText == "Params").Tags);
        Assert.Contains("Property", Assert.Single(onParams.ItemsList, item => item.DisplayText == "Lr").Tags);
        Assert.Contains(onParams.ItemsList, item => item.DisplayText == "Optimizer");
        Assert.DoesNotContain(onParams.ItemsList, item => item.DisplayText is "Leaf" or "FloatSeries");
    }

    [Fact]
    public async Task Quick_info_shows_the_users_own_words_and_the_path()
    {
        var document = Document();
        var info = QuickInfoService.GetService(document)!;

        var lr = await info.GetQuickInfoAsync(document, After("_ = run.Params.") + 1);

        var text = string.Join('\n', lr!.Sections.Select(section => section.Text));
        Assert.Contains("The learning rate, per step.", text);
        Assert.Contains("params/lr", text);
        Assert.Contains("Field<double>", text);
    }

    private static int After(string text) => Source.IndexOf(text, StringComparison.Ordinal) + text.Length;

    private static Document Document()
    {
        var generated = Generated.From([Source]);
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse),
            compilationOptions: generated.Compilation.Options,
            metadataReferences: generated.Compilation.References));
        foreach (var text in generated.Sources)
            project = project.AddDocument($"{Guid.NewGuid():N}.g.cs", text).Project;
        return project.AddDocument("Program.cs", Source);
    }
}
