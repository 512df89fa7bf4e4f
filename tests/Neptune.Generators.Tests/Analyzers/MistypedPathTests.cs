using Neptune.Generators.Analyzers;
using Neptune.Generators.CodeFixes;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class MistypedPathTests
{
    [Theory]
    [InlineData("""run[[|"parms/lr"|]] = 0.1;""")]
    [InlineData("""run[[|"params/LR"|]] = 0.1;""")]
    [InlineData("""run[[|"Params/batch_size"|]] = 64;""")]
    [InlineData("""run[[|"params/batchsize"|]].Assign(64);""")]
    [InlineData("""run[[|"params/optimizer/naem"|]] = "sgd";""")]
    [InlineData("""run[[|"trian/loss"|]].Append(0.5);""")]
    [InlineData("""run[[|"train/losss"|]].Append(0.5);""")]
    [InlineData("""run[[|"/train//los/"|]].Append(0.5);""")]
    [InlineData("""run.GetFloatSeries([|"train/Loss"|]).Append(0.5);""")]
    [InlineData("""run.Assign([|"parmas"|], new { lr = 0.1 });""")]
    [InlineData("""_ = run.Exists(path: [|"param/lr"|]);""")]
    [InlineData("""[|run["parms"]["lr"]|] = 0.1;""")]
    [InlineData("""const string Path = "parms/" + "lr"; run[[|Path|]] = 0.1;""")]
    public Task A_path_that_is_a_declared_one_but_for_case_or_a_letter_is_told(string code) =>
        Expect.AtMarks<MistypedPathAnalyzer>($"using var run = Run.Init();\n{code}", others: Declared.Types);

    [Theory]
    [InlineData("""run["params/lr"] = 0.1;""")]
    [InlineData("""run["params"]["optimizer"]["beta1"] = 0.1;""")]
    [InlineData("""run["params/weights/loss"] = 0.1;""")]
    [InlineData("""run.Delete("params/optimizer");""")]
    [InlineData("""run["params/momentum"] = 0.1;""")]
    public Task Declared_paths_entries_of_dictionaries_and_other_names_are_none_of_its_business(string code) =>
        Expect.AtMarks<MistypedPathAnalyzer>($"using var run = Run.Init();\n{code}", others: Declared.Types);

    [Theory]
    [InlineData("params/lr2")]
    [InlineData("params/optimizer/beta2")]
    [InlineData("train/auc")]
    [InlineData("train/lossD")]
    [InlineData("train/vloss")]
    [InlineData("brain/loss")]
    [InlineData("train/loss/x")]
    [InlineData("trainloss")]
    public Task Numbers_short_names_and_first_letters_make_other_names(string path) =>
        Expect.AtMarks<MistypedPathAnalyzer>($"using var run = Run.Init();\nrun[\"{path}\"].Append(1);", others: Declared.Types);

    [Fact]
    public async Task The_message_names_the_member_and_the_accessor()
    {
        var messages = await Expect.AtMarks<MistypedPathAnalyzer>("""using var run = Run.Init(); run[[|"parms/lr"|]] = 0.1;""", others: Declared.Types);

        Assert.Equal(["\"parms/lr\" is not declared, but 'TrainParams.Lr' has \"params/lr\": use run.Params.Lr"], messages);
    }

    [Theory]
    [InlineData("""run["parms/lr"] = 0.1;""", "run.Params.Lr = 0.1;")]
    [InlineData("""run["params/batchsize"].Assign(64);""", "run.Params.BatchSize.Assign(64);")]
    [InlineData("""run["trian"]["loss"].Append(0.5);""", "run.Train.Loss.Append(0.5);")]
    [InlineData("""var loss = run.GetFloatSeries("train/Loss");""", "var loss = run.Train.Loss;")]
    [InlineData("""double lr = run["parms/lr"].Fetch<double>();""", """double lr = run["params/lr"].Fetch<double>();""")]
    [InlineData("""run["params/dropoutt"] = "0.5";""", """run["params/dropout"] = "0.5";""")]
    [InlineData("""run.Assign("parms", new { lr = 0.1 });""", """run.Assign("params", new { lr = 0.1 });""")]
    public Task The_fix_writes_the_accessor_or_where_that_does_not_compile_the_path(string before, string after) =>
        Expect.Fixed<MistypedPathAnalyzer, UseAccessorFix>($"using var run = Run.Init();\n{before}\n", $"using var run = Run.Init();\n{after}\n", others: Declared.Types);

    [Fact]
    public Task The_fix_writes_the_path_where_the_accessor_is_in_a_namespace_that_is_not_imported() =>
        Expect.Fixed<MistypedPathAnalyzer, UseAccessorFix>(
            """using var run = Run.Init(); run["deep/Rate"] = 1.5;""",
            """using var run = Run.Init(); run["deep/rate"] = 1.5;""",
            others: """namespace Elsewhere; [NeptuneNamespace("deep")] public record Deep { public double Rate { get; init; } }""");

    [Fact]
    public Task Before_CSharp_14_the_accessor_is_a_method() =>
        Expect.Fixed<MistypedPathAnalyzer, UseAccessorFix>(
            """using var run = Run.Init(); run["trian/loss"].Append(1);""",
            """using var run = Run.Init(); run.Train().Loss.Append(1);""",
            Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13,
            Declared.Types);

    [Fact]
    public Task Fix_All_mends_every_path_of_a_file_in_its_own_way() =>
        Expect.AllFixed<MistypedPathAnalyzer, UseAccessorFix>(
            """
            using var run = Run.Init();
            run["parms/lr"] = 0.1; // fast
            for (var step = 0; step < 3; step++)
                run["trian/loss"].Append(1);
            Console.WriteLine(run["params/BatchSize"].Fetch<int>());
            """,
            """
            using var run = Run.Init();
            run.Params.Lr = 0.1; // fast
            for (var step = 0; step < 3; step++)
                run.Train.Loss.Append(1);
            Console.WriteLine(run["params/batchSize"].Fetch<int>());
            """,
            others: Declared.Types);
}
