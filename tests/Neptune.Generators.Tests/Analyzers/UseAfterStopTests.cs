using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class UseAfterStopTests
{
    [Theory]
    [InlineData("""run.Stop(); [|run["a"]|] = 1;""")]
    [InlineData("""run.Dispose(); [|run["a"]|].Append(1);""")]
    [InlineData("""await run.StopAsync(); [|run.Assign("a", 1)|];""")]
    [InlineData("""run.Stop(); [|run.GetFloatSeries("a")|].Append(1);""")]
    [InlineData("""run.Stop(); [|run.Params|].Lr = 0.1;""")]
    [InlineData("""run.Stop(); double lr = [|run.Params|].Lr;""")]
    [InlineData("""using (run) { run["a"] = 1; } [|run["b"]|] = 2;""")]
    [InlineData("""await using (run) { } [|run.Wait()|];""")]
    [InlineData("""if (late) run.Stop(); else run.Dispose(); [|run["a"]|] = 1;""")]
    [InlineData("""run.Stop(); while (late) { [|run["a"]|] = 1; }""")]
    [InlineData("""run?.Stop(); [|run["a"]|] = 1;""")]
    [InlineData("""try { run["a"] = 1; } finally { run.Stop(); } [|run["b"]|] = 2;""")]
    [InlineData("""run.Stop(); try { [|run["a"]|] = 1; } catch (NeptuneException) { [|run["b"]|] = 2; }""")]
    [InlineData("""run.Stop(); [|run["a"]|] = late ? 1 : 2;""")]
    [InlineData("""Action end = () => { run.Stop(); [|run["a"]|] = 1; };""")]
    [InlineData("""End(); void End() { run.Stop(); [|run["a"]|] = 1; }""")]
    [InlineData("""do { run.Stop(); [|run["a"]|] = 1; } while (late);""")]
    public Task A_use_after_the_end_is_told_where_it_is_sure(string code) => Expect.AtMarks<UseAfterStopAnalyzer>(Method(code), others: Declared.Types);

    [Theory]
    [InlineData("""run["a"] = 1; run.Stop();""")]
    [InlineData("""if (late) { run.Stop(); return; } run["a"] = 1;""")]
    [InlineData("""if (late) run.Stop(); run["a"] = 1;""")]
    [InlineData("""if (late) run.Stop(); if (!late) run["a"] = 1;""")]
    [InlineData("""for (var i = 0; i < 3; i++) { run["a"].Append(i); if (i == 2) run.Stop(); }""")]
    [InlineData("""while (true) { run["a"] = 1; run.Stop(); if (late) break; run = Run.Init(); }""")]
    [InlineData("""run.Stop(); run = Run.Init(); run["a"] = 1;""")]
    [InlineData("""run.Stop(); Renew(ref run); run["a"] = 1;""")]
    [InlineData("""run.Stop(); (run, late) = (Run.Init(), true); run["a"] = 1;""")]
    [InlineData("""foreach (var one in runs) { one["a"] = 1; one.Stop(); }""")]
    [InlineData("""for (var i = 0; i < 3; i++) { using var one = Run.Init(); one["a"] = i; }""")]
    [InlineData("""try { run.Stop(); } catch (NeptuneException) { run["a"] = 1; }""")]
    [InlineData("""try { run["a"] = 1; run.Stop(); } finally { run["b"] = 2; }""")]
    [InlineData("""try { Use(run); } catch (NeptuneException) { run.Stop(); throw; } run["a"] = 1;""")]
    [InlineData("""switch (late) { case true: run.Stop(); break; default: run["a"] = 1; break; }""")]
    [InlineData("""Action end = () => run.Stop(); run["a"] = 1; end();""")]
    [InlineData("""Action renew = () => run = Run.Init(); run.Stop(); renew(); run["a"] = 1;""")]
    [InlineData("""other.Stop(); run["a"] = 1;""")]
    [InlineData("""run = late ? Run.Init() : run; other.Stop(); run["a"] = 1;""")]
    [InlineData("""run.Stop(); Console.WriteLine($"{run.Id} {run.Url} {run.ProjectName} {run} {run.Exists("a")} {run["a"].Path} {run.Params.Lr.Path}"); run.PrintStructure(); run.Dispose();""")]
    [InlineData("""run.Stop(); Use(run); _ = nameof(run.Params);""", "CS9316")]
    [InlineData("""using var mine = Run.Init(); mine["a"] = 1; mine.Stop();""")]
    public Task A_use_that_may_come_before_the_end_is_not(string code, params string[] errors) => Expect.AtMarks<UseAfterStopAnalyzer>(Method(code), errors: errors, others: Declared.Types);

    [Fact]
    public async Task The_message_shows_the_use()
    {
        var messages = await Expect.AtMarks<UseAfterStopAnalyzer>(Method("""run.Stop(); [|run["a"]|] = 1;"""), others: Declared.Types);

        Assert.Equal(["'run' is stopped here, so that 'run[\"a\"]' throws: do this before Stop() or Dispose(), or open the object again by its id"], messages);
    }

    [Fact]
    public Task Every_kind_of_object_and_generic_code_count() =>
        Expect.AtMarks<UseAfterStopAnalyzer>("""
            public static class C
            {
                public static void A(ModelVersion version) { version.Stop(); [|version.ChangeStage(ModelStage.Production)|]; }
                public static void B<T>(T any) where T : NeptuneObject { any.Stop(); [|any["a"]|] = 1; }
                public static void C1(System.IO.Stream stream) { stream.Dispose(); stream.Flush(); }
            }
            """);

    private static string Method(string code) => $$"""
        public static class C
        {
            public static async Task M(Run run, Run other, bool late, List<Run> runs)
            {
                {{code}}
                await Task.Yield();
            }

            private static void Renew(ref Run run) => run = Run.Init();

            private static void Use(Run run) => run["used"] = true;
        }
        """;
}
