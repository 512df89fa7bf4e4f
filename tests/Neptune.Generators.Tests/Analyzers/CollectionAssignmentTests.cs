using Neptune.Generators.Analyzers;
using Neptune.Generators.CodeFixes;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class CollectionAssignmentTests
{
    private const string Types = """
        [NeptuneNamespace("params")]
        public record TrainParams { public IReadOnlyList<int> Layers { get; init; } = new[] { 1 }; public List<int> Sizes { get; init; } = new(); }
        """;

    [Fact]
    public async Task A_collection_of_an_interface_type_is_told_to_be_assigned_by_a_call()
    {
        var messages = await Expect.AtMarks<CollectionAssignmentAnalyzer>(
            """
            using var run = Run.Init();
            IReadOnlyList<int> layers = new List<int> { 1, 2 };
            [|run.Params.Layers = layers|];
            [|run.Params.Layers = (IList<int>)layers as IReadOnlyList<int>|];
            [|run.Params.Layers = [1, 2]|];
            run.Params.Layers = new List<int> { 1, 2 };
            run.Params.Sizes = new List<int> { 1, 2 };
            run.Params.Layers = run.Params.Layers;
            run.Params.Layers.Assign([1, 2]);
            """,
            errors: ["CS0029", "CS9174"],
            others: Types);

        Assert.Equal("C# converts no IReadOnlyList<int> to a field: write run.Params.Layers.Assign([1, 2])", messages[2]);
    }

    [Fact]
    public Task What_the_collection_does_not_take_at_all_is_the_compilers_to_tell() =>
        Expect.AtMarks<CollectionAssignmentAnalyzer>("""using var run = Run.Init(); run.Params.Layers = "1, 2";""", errors: ["CS0029"], others: Types);

    [Fact]
    public Task The_fix_calls_Assign() =>
        Expect.AllFixed<CollectionAssignmentAnalyzer, AssignCollectionFix>(
            """
            using var run = Run.Init();
            // Two layers.
            run.Params.Layers = [1, 2]; // small
            run.Params.Layers = run.Params.Layers.Fetch();
            """,
            """
            using var run = Run.Init();
            // Two layers.
            run.Params.Layers.Assign([1, 2]); // small
            run.Params.Layers.Assign(run.Params.Layers.Fetch());
            """,
            others: Types);
}
