using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Tests.Compiling;

namespace Neptune.Generators.Tests.Golden;

/// <summary>
/// Generated code is kept as text beside the test, to be read and reviewed. After an intended change run the tests with
/// <c>NEPTUNE_UPDATE_GOLDEN=1</c> and look at what git shows.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("Record", LanguageVersion.CSharp14, "namespace App; public enum Kind { A, B } [NeptuneNamespace(\"params\")] public sealed record TrainParams(double Lr, int Rows = 7) { public Kind Kind { get; init; } public string? Note { get; init; } public List<int> Layers { get; init; } = []; public required bool Shuffle { get; init; } public Optimizer Optimizer { get; init; } = new(); } public sealed class Optimizer { public double Beta { get; set; } = 0.9; }")]
    [InlineData("Metrics", LanguageVersion.CSharp14, "namespace App; [NeptuneNamespace] public sealed partial class TrainMetrics { public FloatSeries Loss { get; } public StringSeries Log { get; } public NeptuneFile Plot { get; } }")]
    [InlineData("Methods", LanguageVersion.CSharp7_3, "namespace App { [NeptuneNamespace(\"params\")] public class TrainParams { public double Lr { get; set; } public double? Dropout { get; set; } public string Note { get; set; } public Optimizer Optimizer { get; set; } } public class Optimizer { public double Beta { get; set; } } }")]
    [InlineData("Generic", LanguageVersion.CSharp14, "[NeptuneNamespace] internal struct Range<T> where T : struct { public T From { get; set; } }")]
    [InlineData("Elements", LanguageVersion.CSharp14, "namespace App; [NeptuneNamespace] public sealed record Net { public IReadOnlyList<Layer> Layers { get; init; } = []; } public sealed record Layer(int Units);")]
    public void The_generated_code_is_as_reviewed(string name, LanguageVersion version, string source)
    {
        var generated = Generated.From([$"using System.Collections.Generic; using Neptune;\n{source}"], version, OutputKind.DynamicallyLinkedLibrary);

        Golden(name, Assert.Single(generated.Sources));
    }

    private static void Golden(string name, string text, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("NEPTUNE_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text, ignoreLineEndingDifferences: true);
    }
}
