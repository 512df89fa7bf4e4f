using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class AccessorClaimedTwiceTests
{
    [Fact]
    public async Task Two_types_of_a_namespace_with_one_accessor_are_told_at_both()
    {
        var messages = await Expect.AtMarks<AccessorClaimedTwiceAnalyzer>("""
            namespace Mine;
            [NeptuneNamespace("params")] public record [|TrainParams|] { public int A { get; init; } }
            [NeptuneNamespace("eval", Accessor = "Params")] public record [|EvalParams|] { public int B { get; init; } }
            """);

        Assert.Equal("'TrainParams' and 'EvalParams' both claim the accessor 'Params' in namespace Mine, so no use of it compiles: give one of them another by Accessor = \"…\", another path, or another C# namespace", messages[0]);
    }

    [Fact]
    public Task In_namespaces_of_their_own_they_may() =>
        Expect.AtMarks<AccessorClaimedTwiceAnalyzer>("""
            namespace Mnist
            {
                [NeptuneNamespace("params")] public record Params { public double Lr { get; init; } }
                public static class Use { public static string Of(Run run) => run.Params.Lr.Path; }
            }
            namespace Cifar
            {
                [NeptuneNamespace("params")] public record Params { public double Lr { get; init; } }
                public static class Use { public static string Of(Run run) => run.Params.Lr.Path; }
            }
            """);

    [Fact]
    public Task The_parts_of_a_partial_type_are_one_type() =>
        Expect.AtMarks<AccessorClaimedTwiceAnalyzer>(
            """[NeptuneNamespace("params")] public partial record TrainParams { public int A { get; init; } }""",
            others: "public partial record TrainParams { public int B { get; init; } }");

    [Fact]
    public Task Methods_are_told_apart_by_the_number_of_their_type_arguments() =>
        Expect.AtMarks<AccessorClaimedTwiceAnalyzer>(
            """
            [NeptuneNamespace("params")] public record Plain { public int A { get; init; } }
            [NeptuneNamespace("params")] public record Generic<T> { public int B { get; init; } }
            """,
            LanguageVersion.CSharp13);

    [Fact]
    public Task A_property_and_a_method_of_one_name_are_not_told_apart() =>
        Expect.AtMarks<AccessorClaimedTwiceAnalyzer>("""
            [NeptuneNamespace("params")] public record [|Plain|] { public int A { get; init; } }
            [NeptuneNamespace("params")] public record [|Generic|]<T> { public int B { get; init; } }
            """);
}
