using Neptune.Generators.Analyzers;
using Neptune.Generators.CodeFixes;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class WrongValueTypeTests
{
    [Theory]
    [InlineData("""run["params/lr"] = [|"fast"|];""")]
    [InlineData("""run["params/lr"] = [|1|];""")]
    [InlineData("""run["params/batchSize"] = [|64.0|];""")]
    [InlineData("""run["params/batchSize"].Assign([|true|]);""")]
    [InlineData("""run.Assign("params/lr", [|"fast"|]);""")]
    [InlineData("""var rate = "0.1"; run["params"]["lr"] = [|rate|];""")]
    [InlineData("""run["params/activation"] = [|1|];""")]
    [InlineData("""run["params/dropout"] = [|"none"|];""")]
    [InlineData("""run["params/lr"] = [|"null"|];""")]
    [InlineData("""run["params/optimizer"] = [|"adam"|];""")]
    [InlineData("""run["train/loss"] = [|0.5|];""")]
    [InlineData("""[|run["train/loss"].Append("low")|];""")]
    [InlineData("""[|run["params/lr"].Append(0.5)|];""")]
    [InlineData("""[|run["train/log"].Extend(new[] { 1.0 })|];""")]
    [InlineData("""[|run["train/loss"].Upload("loss.png")|];""")]
    [InlineData("""run.GetFloatSeries([|"train/log"|]);""")]
    public Task A_value_of_another_type_than_declared_is_told(string code) =>
        Expect.AtMarks<WrongValueTypeAnalyzer>($"using var run = Run.Init();\n{code}", others: Declared.Types);

    [Theory]
    [InlineData("""run["params/lr"] = 0.1f;""")]
    [InlineData("""run["params/batchSize"] = (short)64;""")]
    [InlineData("""run["params/activation"] = "Tanh";""")]
    [InlineData("""run.Assign("params/activation", Activation.Tanh);""")]
    [InlineData("""run["params/dropout"] = "null";""")]
    [InlineData("""run["params/layers"] = "[1,2]";""")]
    [InlineData("""run["params/layers"] = new[] { 1, 2 };""")]
    [InlineData("""run["params/weights"] = new Dictionary<string, double>();""")]
    [InlineData("""run["params/weights/a"] = "text";""")]
    [InlineData("""run.Assign("params", new TrainParams());""")]
    [InlineData("""run["params/lr"] = run["other/lr"];""")]
    [InlineData("""object rate = "0.1"; run.Assign("params/lr", rate);""")]
    [InlineData("""run["train/loss"].Append(1);""")]
    [InlineData("""run["train/loss"] = new FloatSeriesValue(new[] { 1.0 });""")]
    [InlineData("""run["train/labels"].Add("good");""")]
    [InlineData("""run["other/lr"] = "fast";""")]
    public Task Values_that_fit_or_may_fit_are_none_of_its_business(string code) =>
        Expect.AtMarks<WrongValueTypeAnalyzer>($"using var run = Run.Init();\n{code}", others: Declared.Types);

    [Fact]
    public async Task The_message_names_both_types_and_the_accessor()
    {
        var messages = await Expect.AtMarks<WrongValueTypeAnalyzer>("""using var run = Run.Init(); run["params/lr"] = [|1|];""", others: Declared.Types);

        Assert.Equal(["\"params/lr\" is declared by 'TrainParams.Lr' as a Float, but this writes an Int: use run.Params.Lr, which the compiler checks"], messages);
    }

    [Fact]
    public Task The_fix_writes_the_accessor_which_converts() =>
        Expect.AllFixed<WrongValueTypeAnalyzer, UseAccessorFix>(
            """
            using var run = Run.Init();
            run["params/lr"] = 1;
            run["params"]["optimizer"]["beta1"].Assign(1);
            """,
            """
            using var run = Run.Init();
            run.Params.Lr = 1;
            run.Params.Optimizer.Beta1.Assign(1);
            """,
            others: Declared.Types);

    [Fact]
    public Task What_the_accessor_does_not_take_either_has_no_fix() =>
        Expect.NoFix<WrongValueTypeAnalyzer, UseAccessorFix>("""using var run = Run.Init(); run["params/lr"] = "fast";""", others: Declared.Types);
}
