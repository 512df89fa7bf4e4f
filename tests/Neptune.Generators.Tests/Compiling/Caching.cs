using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>Asserts what a generator may do again after an edit.</summary>
internal static class Caching
{
    private static readonly string[] Steps = [TrackingNames.Namespaces, TrackingNames.Features, TrackingNames.Outputs];

    public static GeneratorDriver NewDriver(CSharpParseOptions options) => CSharpGeneratorDriver.Create(
        [new NamespaceGenerator().AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Goes through edits that do not concern annotated types: all steps are cached or unchanged, and no file is written again.</summary>
    public static void AssertNothingIsMadeAnew(GeneratorDriver driver, CSharpCompilation input)
    {
        var first = Texts(driver);
        foreach (var edited in Edits(input))
        {
            driver = driver.RunGenerators(edited);
            foreach (var name in Steps)
                Assert.All(ReasonsOf(driver, name), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name} is {reason}"));
            Assert.All(driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
            Assert.Equal(first, Texts(driver));
        }
        Assert.Equal(first, Texts(NewDriver((CSharpParseOptions)input.SyntaxTrees[0].Options).RunGenerators(input.Clone())));
    }

    public static IEnumerable<IncrementalStepRunReason> ReasonsOf(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results[0].TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs).Select(output => output.Reason);

    private static IEnumerable<CSharpCompilation> Edits(CSharpCompilation input)
    {
        yield return input.Clone();
        // A keystroke in a body of another file.
        var unrelated = input.SyntaxTrees[^1];
        yield return input.ReplaceSyntaxTree(unrelated, unrelated.WithChangedText(SourceText.From(unrelated.ToString().Replace("value * 2", "value * 3"))));
        yield return input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Another { }", (CSharpParseOptions)unrelated.Options));
        // Everything moved by lines, with another doc comment.
        var annotated = input.SyntaxTrees[0];
        var moved = annotated.ToString().Replace("/// <summary>", "/// <summary>Edited. ");
        var position = moved.LastIndexOf("using ", StringComparison.Ordinal);
        var afterUsings = position < 0 ? 0 : moved.IndexOf('\n', position) + 1;
        yield return input.ReplaceSyntaxTree(annotated, annotated.WithChangedText(SourceText.From(moved.Insert(afterUsings, "\n// A comment.\n\n"))));
    }

    private static string[] Texts(GeneratorDriver driver) => [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
}
