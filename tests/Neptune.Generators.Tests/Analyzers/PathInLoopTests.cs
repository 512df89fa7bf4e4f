using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class PathInLoopTests
{
    [Theory]
    [InlineData("""for (var i = 0; i < 9; i++) run[[|$"{phase}/loss"|]].Append(i);""")]
    [InlineData("""foreach (var x in values) run[[|phase + "/loss"|]].Append(x);""")]
    [InlineData("""while (run.Exists("a")) { if (values.Count > 3) run[[|$"{phase}/{this.name}"|]].Append(1, step: 3); }""")]
    [InlineData("""foreach (var x in values) run[[|string.Concat(phase, "/loss")|]].Append(x);""")]
    [InlineData("""for (var epoch = 0; epoch < 9; epoch++) foreach (var x in values) run[[|$"{phase}/{epoch}"|]].Append(x);""")]
    [InlineData("""foreach (var x in values) run["train"][[|$"{phase}/log"|]].Append("text");""")]
    public Task A_path_that_is_the_same_each_time_is_told(string code) => Expect.AtMarks<PathInLoopAnalyzer>(Method(code));

    [Theory]
    [InlineData("""run[$"{phase}/loss"].Append(1);""")]
    [InlineData("""for (var i = 0; i < 9; i++) run["train/loss"].Append(i);""")]
    [InlineData("""for (var i = 0; i < 9; i++) run[$"train/{nameof(phase)}"].Append(i);""")]
    [InlineData("""for (var i = 0; i < 9; i++) run[$"layer{i}/norm"].Append(i);""")]
    [InlineData("""foreach (var x in values) run[$"values/{x}"].Append(x);""")]
    [InlineData("""foreach (var x in values) { var path = $"{phase}/{x}"; run[path].Append(x); }""")]
    [InlineData("""foreach (var x in values) { phase = x > 1 ? "a" : "b"; run[$"{phase}/loss"].Append(x); }""")]
    [InlineData("""foreach (var x in values) { name += "x"; run[$"{name}/loss"].Append(x); }""")]
    [InlineData("""foreach (var x in values) run[$"{Next()}/loss"].Append(x);""")]
    [InlineData("""foreach (var x in values) { run = Run.Init(); run[$"{phase}/loss"].Append(x); }""")]
    [InlineData("""foreach (var x in values) later = () => run[$"{phase}/loss"].Append(x);""")]
    [InlineData("""foreach (var x in values) run[$"{phase}/loss"] = x;""")]
    public Task A_path_that_may_change_or_that_is_used_once_is_not(string code) => Expect.AtMarks<PathInLoopAnalyzer>(Method(code));

    [Theory]
    [InlineData("""foreach (var x in values) run[[|$"{phase}/loss"|]].Append(x);""", """take a handle before the loop, as in var series = run.GetFloatSeries($"{phase}/loss"), and append to that""")]
    [InlineData("""foreach (var x in values) run[[|$"{phase}/log"|]].Append("x");""", """take a handle before the loop, as in var series = run[$"{phase}/log"], and append to that""")]
    public async Task The_message_shows_the_handle_to_take(string code, string end) => Assert.EndsWith(end, Assert.Single(await Expect.AtMarks<PathInLoopAnalyzer>(Method(code))));

    private static string Method(string code) => $$"""
        public class C
        {
            private string name = "";
            public Action? later;

            public void M(Run run, string phase, List<double> values)
            {
                {{code}}
            }

            private string Next() => name += "x";
        }
        """;
}
