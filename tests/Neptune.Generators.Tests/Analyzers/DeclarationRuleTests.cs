using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

/// <summary>The rules that say what the parser leaves out.</summary>
public sealed class DeclarationRuleTests
{
    [Fact]
    public Task NEP003_Two_members_with_one_path_are_told_at_the_later() =>
        Expect.AtMarks<DuplicatePathAnalyzer>("""
            [NeptuneNamespace("params")]
            public record TrainParams
            {
                public double Lr { get; init; }
                [NeptuneField("lr")] public double [|LearningRate|] { get; init; }
                [NeptuneField("Lr")] public double InOtherCase { get; init; }
            }
            """);

    [Fact]
    public Task NEP003_A_field_cannot_be_where_a_namespace_is() =>
        Expect.AtMarks<DuplicatePathAnalyzer>("""
            [NeptuneNamespace("params")]
            public record TrainParams
            {
                public Optimizer Optimizer { get; init; } = new();
                [NeptuneField("optimizer")] public string [|OptimizerName|] { get; init; } = "";
                public string Data { get; init; } = "";
                [NeptuneField("data")] public Optimizer [|Source|] { get; init; } = new();
            }
            public record Optimizer { public double Beta { get; init; } }
            """);

    [Fact]
    public Task NEP003_A_member_that_overrides_or_hides_another_is_one_field() =>
        Expect.AtMarks<DuplicatePathAnalyzer>("""
            public record Base { public virtual double Lr { get; init; } public int Epochs { get; init; } }
            [NeptuneNamespace("params")]
            public record TrainParams : Base { public override double Lr { get; init; } public new long Epochs { get; init; } }
            """);

    [Fact]
    public Task NEP003_Elements_of_lists_have_paths_of_their_own() =>
        Expect.AtMarks<DuplicatePathAnalyzer>("""
            [NeptuneNamespace("params")]
            public record TrainParams { public int Units { get; init; } public List<Layer> Layers { get; init; } = new(); public List<Other> Others { get; init; } = new(); }
            public record Layer { public int Units { get; init; } }
            public record Other { public int Units { get; init; } }
            """);

    [Fact]
    public Task NEP004_Paths_below_sys_are_reserved_for_types_and_members() =>
        Expect.AtMarks<ReservedPathAnalyzer>("""
            [NeptuneNamespace("sys")] public record [|All|] { public int A { get; init; } }
            [NeptuneNamespace("sys/mine")] public record [|Below|] { public int A { get; init; } }
            [NeptuneNamespace("system")] public record Beside { public int A { get; init; } [NeptuneField("sys/a")] public int B { get; init; } }
            """);

    [Fact]
    public async Task NEP005_A_member_whose_type_is_no_field_is_told_once_even_in_a_type_that_two_share()
    {
        var messages = await Expect.AtMarks<UnsupportedMemberAnalyzer>("""
            [NeptuneNamespace("params")]
            public record TrainParams
            {
                public Func<double, double> [|Schedule|] { get; init; } = x => x;
                public object [|Anything|] { get; init; } = "";
                public (int, int) [|Shape|] { get; init; }
                public Shared Shared { get; init; } = new();
                [NeptuneIgnore] public Action? Ignored { get; init; }
                public Guid Id { get; init; }
                public List<Dictionary<string, int[]>> Deep { get; init; } = new();
                internal Action? Internal { get; init; }
                public static Action? Static { get; set; }
            }
            [NeptuneNamespace("eval")] public record EvalParams { public Shared Shared { get; init; } = new(); }
            public record Shared { public Type? [|Kind|] { get; init; } public int A { get; init; } }
            """);

        Assert.StartsWith("'Schedule' is left out because a Func<double, double> is no field: say so with [NeptuneIgnore], or declare a number", messages[0]);
    }

    [Fact]
    public Task NEP005_A_type_that_keeps_more_than_its_members_show_is_no_namespace() =>
        Expect.AtMarks<UnsupportedMemberAnalyzer>("""
            [NeptuneNamespace("params")]
            public record TrainParams
            {
                public Layers [|Layers|] { get; init; } = new();
                public Settings [|Settings|] { get; init; } = new();
                public Late [|Late|] { get; init; } = new();
                public Changed Changed { get; init; } = new();
            }
            public class Layers : List<int> { public string Name { get; set; } = ""; }
            public class Settings : IEnumerable<string> { public int Depth { get; set; } public IEnumerator<string> GetEnumerator() => throw new NotSupportedException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
            public class Late : Lazy<int> { public int Depth { get; set; } }
            public class Changed : EventArgs { public int Depth { get; set; } }
            """);

    [Fact]
    public Task NEP011_A_series_without_setter_wants_a_partial_type() =>
        Expect.AtMarks<NeedsPartialAnalyzer>("""
            [NeptuneNamespace("a")] public class Closed { public FloatSeries? [|Loss|] { get; } public FloatSeries? Acc { get; init; } public FloatSeries? Same => Acc; }
            [NeptuneNamespace("b")] public partial class Open { public FloatSeries Loss { get; } }
            [NeptuneNamespace("c")] public class Taking(FloatSeries loss) { public FloatSeries Loss { get; } = loss; }
            public class Outer { [NeptuneNamespace("d")] public partial class Inner { public FloatSeries? [|Loss|] { get; } } }
            """);

    [Fact]
    public async Task NEP011_Where_partial_does_not_help_it_asks_for_a_setter()
    {
        var messages = await Expect.AtMarks<NeedsPartialAnalyzer>("""
            [NeptuneNamespace("a")] public partial class Metrics { public Part Part { get; init; } = new(); }
            public class Part { public FloatSeries? [|Loss|] { get; } public int Epoch { get; init; } }
            """);

        Assert.Equal(["'Loss' has no setter, so that it is null in a 'Part' that is read: give it one, as in { get; init; }"], messages);
    }

    [Fact]
    public async Task NEP012_Types_that_generated_code_cannot_name_are_told_with_the_reason()
    {
        var messages = await Expect.AtMarks<NotAccessibleAnalyzer>("""
            public class Outer
            {
                [NeptuneNamespace("a")] private record [|Hidden|] { public int A { get; init; } }
                [NeptuneNamespace("b")] protected record [|Inherited|] { public int A { get; init; } }
                private class Between { [NeptuneNamespace("c")] public record [|Deep|] { public int A { get; init; } } }
                [NeptuneNamespace("d")] protected internal record Reachable { public int A { get; init; } }
            }
            [NeptuneNamespace("e")] file record [|Local|] { public int A { get; init; } }
            [NeptuneNamespace("f")] internal record Internal { public int A { get; init; } }
            [NeptuneNamespace("g")] public static class [|Static|] { public static int A { get; set; } }
            [NeptuneNamespace("h")] public ref struct [|OnStack|] { public int A { get; set; } }
            """);

        Assert.Equal("'Hidden' gets no accessor because it is private or protected: make it internal or public", messages[0]);
        Assert.Equal("'Deep' gets no accessor because it stands in 'Between', which is private or protected: make it internal or public", messages[2]);
        Assert.Equal("'Local' gets no accessor because it is file-local: make it internal", messages[3]);
    }

    [Fact]
    public async Task NEP013_Paths_that_the_store_refuses_are_told_with_the_reason()
    {
        var messages = await Expect.AtMarks<BadPathAnalyzer>($$"""
            [NeptuneNamespace("/")] public record [|Empty|] { public int A { get; init; } }
            [NeptuneNamespace("a\tb")] public record [|Control|] { public int A { get; init; } }
            [NeptuneNamespace("{{new string('x', 1025)}}")] public record [|Long|] { public int A { get; init; } }
            [NeptuneNamespace("a\ud800b")] public record [|Half|] { public int A { get; init; } }
            [NeptuneNamespace("data 😀/ä")] public record Text { public int A { get; init; } [NeptuneField("")] public int [|B|] { get; init; } }
            """);

        Assert.Equal(["its path is empty", "its path has the control character U+0009", "its path has 1025 characters", "its path has half a surrogate pair", "its path is empty"],
            messages.Select(message => message[(message.IndexOf("because ", StringComparison.Ordinal) + 8)..message.IndexOf(": a path", StringComparison.Ordinal)]));
    }

    [Fact]
    public Task NEP014_Types_without_a_usable_constructor_cannot_be_read_back() =>
        Expect.AtMarks<CannotBeMadeAnalyzer>("""
            [NeptuneNamespace("a")] public class [|Strange|] { public Strange(string file) { } public int A { get; set; } }
            [NeptuneNamespace("b")] public abstract class [|Abstract|] { public int A { get; set; } }
            [NeptuneNamespace("c")] public class [|Closed|] { private Closed() { } public int A { get; set; } }
            [NeptuneNamespace("d")] public class Fitting(int A, string name = "x") { public int a { get; } = A; public string Name { get; } = name; }
            [NeptuneNamespace("e")] public record Positional(int A, double B);
            [NeptuneNamespace("f")] public class Inside { internal Inside() { } public int A { get; set; } }
            """);

    [Fact]
    public Task NEP017_An_accessor_has_to_be_a_name() =>
        Expect.AtMarks<AccessorNameAnalyzer>("""[NeptuneNamespace("a", Accessor = "my params")] public record [|Spaced|] { public int A { get; init; } }""");

    [Fact]
    public Task NEP017_Accessors_that_follow_from_paths_are_names() =>
        Expect.AtMarks<AccessorNameAnalyzer>("""
            [NeptuneNamespace("3d/my-data set")] public record A { public int X { get; init; } }
            [NeptuneNamespace("class", Accessor = "class")] public record Keyword { public int X { get; init; } }
            """);
}
