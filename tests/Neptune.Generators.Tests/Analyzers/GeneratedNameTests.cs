using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class GeneratedNameTests
{
    [Fact]
    public async Task Types_whose_joined_names_are_alike_are_told()
    {
        var messages = await Expect.AtMarks<GeneratedNameAnalyzer>("""
            public class Outer { [NeptuneNamespace("a")] public record [|Inner|] { public int A { get; init; } } }
            [NeptuneNamespace("b")] public record [|OuterInner|] { public int A { get; init; } }
            """);

        Assert.Equal("'Outer.Inner' and 'OuterInner' would both be generated as 'OuterInner', so that no type of the project gets an accessor (CS8785): rename one of them", messages[0]);
    }

    [Fact]
    public Task Case_makes_no_difference() =>
        Expect.AtMarks<GeneratedNameAnalyzer>("""
            [NeptuneNamespace("a")] public record [|TrainParams|] { public int A { get; init; } }
            [NeptuneNamespace("b")] public record [|Trainparams|] { public int A { get; init; } }
            """);

    [Fact]
    public Task Namespaces_and_type_parameters_do() =>
        Expect.AtMarks<GeneratedNameAnalyzer>("""
            [NeptuneNamespace("a")] public record TrainParams { public int A { get; init; } }
            [NeptuneNamespace("b")] public record TrainParams<T> { public int A { get; init; } }
            namespace Other { [NeptuneNamespace("c")] public record TrainParams { public int A { get; init; } } }
            """);
}
