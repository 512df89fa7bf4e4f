using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Analyzers;
using Neptune.Generators.CodeFixes;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class NotDisposedTests
{
    [Theory]
    [InlineData("""var run = [|Run.Init()|]; run["a"] = 1; run.Params.Lr = 0.1;""")]
    [InlineData("""Run run = await [|Run.InitAsync()|].ConfigureAwait(false); run["a"] = 1;""")]
    [InlineData("""var model = [|Model.Init(new() { Key = "A" })|]; Console.WriteLine(model.Id);""")]
    [InlineData("""[|Run.Init()|];""")]
    [InlineData("""_ = await [|Run.InitAsync()|];""")]
    [InlineData("""[|Run.Init()|]["a"] = 1;""")]
    [InlineData("""Run run; run = [|Run.Init()|]; run["a"] = 1;""")]
    [InlineData("""var run = late ? [|Run.Init()|] : null; if (run is not null) run["a"] = 1;""")]
    [InlineData("""var run = [|Run.InitAsync()|].GetAwaiter().GetResult(); run["a"] = 1;""")]
    [InlineData("""var run = [|Run.Init()|]; Action log = () => run["a"] = 1; log();""")]
    [InlineData("""var run = [|Run.Init()|]; Console.WriteLine($"{run} {run == null} {nameof(run)}");""")]
    public Task An_object_that_nobody_ends_is_told(string code) => Expect.AtMarks<NotDisposedAnalyzer>(Method(code), others: Declared.Types);

    [Theory]
    [InlineData("""using var run = Run.Init(); run["a"] = 1;""")]
    [InlineData("""await using var run = await Run.InitAsync(); run["a"] = 1;""")]
    [InlineData("""using (var run = Run.Init()) run["a"] = 1;""")]
    [InlineData("""using (Run.Init()) { }""")]
    [InlineData("""var run = Run.Init(); using (run) run["a"] = 1;""")]
    [InlineData("""var run = Run.Init(); try { run["a"] = 1; } finally { run.Stop(); }""")]
    [InlineData("""var run = Run.Init(); run["a"] = 1; await run.DisposeAsync();""")]
    [InlineData("""var run = late ? Run.Init() : null; run?.Stop();""")]
    [InlineData("""var run = Run.Init(); Console.CancelKeyPress += (_, _) => run.Stop();""")]
    [InlineData("""var run = Run.Init(); AppDomain.CurrentDomain.ProcessExit += Handler(run.Dispose);""")]
    [InlineData("""field = Run.Init();""")]
    [InlineData("""var run = Run.Init(); field = run;""")]
    [InlineData("""var run = Run.Init(); Keep(run);""")]
    [InlineData("""Keep(Run.Init());""")]
    [InlineData("""var runs = new List<Run> { Run.Init() };""")]
    [InlineData("""var run = Run.Init(); var pair = (run, 1);""")]
    [InlineData("""out1 = Run.Init();""")]
    [InlineData("""var opening = Run.InitAsync(); field = await opening;""")]
    [InlineData("""if (Run.Init() is { } run) run.Stop();""")]
    [InlineData("""Func<Run> open = () => Run.Init();""")]
    public Task One_that_is_ended_or_that_others_know_is_not(string code) => Expect.AtMarks<NotDisposedAnalyzer>(Method(code), others: Declared.Types);

    [Fact]
    public Task What_a_method_or_property_returns_is_for_its_caller() =>
        Expect.AtMarks<NotDisposedAnalyzer>("""
            public class C
            {
                private readonly Run run = Run.Init();
                public Run Property { get; } = Run.Init();
                public static Run A() => Run.Init();
                public static async Task<Run> B() { var run = await Run.InitAsync(); run["a"] = 1; return run; }
                public static Task<Run> D() => Run.InitAsync();
                public static IEnumerable<Run> E() { yield return Run.Init(); }
            }
            """);

    [Theory]
    [InlineData("""var run = Run.Init();""", """using var run = Run.Init();""")]
    [InlineData("""Run run = await Run.InitAsync();""", """await using Run run = await Run.InitAsync();""")]
    [InlineData("""var run = late ? Run.Init() : null;""", """using var run = late ? Run.Init() : null;""")]
    [InlineData("""Run.Init();""", """using var run = Run.Init();""")]
    [InlineData("""_ = await Run.InitAsync();""", """await using var run = await Run.InitAsync();""")]
    [InlineData("""var run = 1; Project.Init();""", """var run = 1; using var project = Project.Init();""")]
    [InlineData("""var run = 1; Run.Init();""", """var run = 1; using var run2 = Run.Init();""")]
    public Task The_fix_declares_it_with_using(string before, string after) =>
        Expect.Fixed<NotDisposedAnalyzer, DisposeObjectFix>(Method(before), Method(after), others: Declared.Types);

    [Theory]
    [InlineData("""Run.Init()["a"] = 1;""")]
    [InlineData("""Run run; run = Run.Init(); run["a"] = 1;""")]
    [InlineData("""var run = Run.Init(); run["a"] = 1; run = null!;""")]
    [InlineData("""switch (late) { case true: var run = Run.Init(); run["a"] = 1; break; }""")]
    [InlineData("""if (late) Run.Init();""")]
    public Task Where_a_using_declaration_cannot_stand_there_is_no_fix(string code) =>
        Expect.NoFix<NotDisposedAnalyzer, DisposeObjectFix>(Method(code), others: Declared.Types);

    [Fact]
    public Task Before_CSharp_8_there_are_no_using_declarations() =>
        Expect.NoFix<NotDisposedAnalyzer, DisposeObjectFix>("using Neptune; public static class C { public static void M() { var run = Run.Init(); run[\"a\"] = 1; } }", LanguageVersion.CSharp7_3);

    [Fact]
    public Task Fix_All_works_in_top_level_statements_too() =>
        Expect.AllFixed<NotDisposedAnalyzer, DisposeObjectFix>(
            """
            // A script.
            var run = Run.Init(); // the run
            var project = await Project.InitAsync();
            run["a"] = project.Id;
            """,
            """
            // A script.
            using var run = Run.Init(); // the run
            await using var project = await Project.InitAsync();
            run["a"] = project.Id;
            """);

    private static string Method(string code) => $$"""
        public class C
        {
            private Run? field;
            private static Run? out1;

            public async Task M(bool late)
            {
                {{code}}
                await Task.Yield();
            }

            private static void Keep(Run run) => out1 = run;

            private static EventHandler Handler(Action end) => (_, _) => end();
        }
        """;
}
