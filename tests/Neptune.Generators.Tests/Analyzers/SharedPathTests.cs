using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class SharedPathTests
{
    [Fact]
    public async Task Two_types_with_one_field_are_told_at_the_later()
    {
        var messages = await Expect.AtMarks<SharedPathAnalyzer>("""
            [NeptuneNamespace("params")] public record TrainParams { public double Lr { get; init; } public int Epochs { get; init; } }
            [NeptuneNamespace("params", Accessor = "Search")] public record SearchParams { public double [|Lr|] { get; init; } public int Trials { get; init; } }
            """);

        Assert.Equal(["\"params/lr\" is declared by 'SearchParams.Lr' (Float) and by 'TrainParams.Lr' (Float), and one overwrites the other: give one of them another path or C# namespace"], messages);
    }

    [Fact]
    public Task Types_of_different_namespaces_may_mean_the_same_field_but_not_different_ones() =>
        Expect.AtMarks<SharedPathAnalyzer>("""
            namespace Mnist { [NeptuneNamespace("params")] public record Params { public double Lr { get; init; } public int Depth { get; init; } } }
            namespace Cifar { [NeptuneNamespace("params")] public record Params { public float Lr { get; init; } public string [|Depth|] { get; init; } = ""; } }
            """);

    [Fact]
    public Task A_field_of_one_type_is_no_namespace_of_another() =>
        Expect.AtMarks<SharedPathAnalyzer>("""
            [NeptuneNamespace("model")] public record ModelParams { public string Optimizer { get; init; } = ""; }
            [NeptuneNamespace("model/optimizer")] public record [|OptimizerParams|] { public double Beta { get; init; } }
            [NeptuneNamespace("model/shape")] public record ShapeParams { public int Depth { get; init; } }
            """);

    [Fact]
    public Task The_nested_type_that_two_share_stands_at_two_paths() =>
        Expect.AtMarks<SharedPathAnalyzer>("""
            [NeptuneNamespace("train")] public record Train { public Part Part { get; init; } = new(); }
            [NeptuneNamespace("eval")] public record Eval { public Part Part { get; init; } = new(); }
            public record Part { public int A { get; init; } }
            """);
}
