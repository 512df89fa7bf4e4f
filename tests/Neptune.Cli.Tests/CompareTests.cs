using System.Text.Json;

namespace Neptune.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly TestStore store = new();
    private readonly string first;
    private readonly string second;

    public CompareTests()
    {
        first = store.Run(run => Log(run, lr: 0.01, note: "a"), name: "one");
        second = store.Run(run => Log(run, lr: 0.02, note: "b", extra: true), name: "two");
    }

    [Fact]
    public void Only_fields_that_differ_are_shown_side_by_side()
    {
        var result = store.Ask("compare", first, second);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal([$"Field {first} {second}", "extra – true", "params/lr 0.01 0.02"], result.Lines.Where(l => !l.StartsWith("note", StringComparison.Ordinal)).Select(Squeezed));
        Assert.Single(result.Lines, line => line.StartsWith("note", StringComparison.Ordinal));
    }

    [Fact]
    public void The_difference_can_be_read_by_programs()
    {
        using var json = JsonDocument.Parse(store.Ask("diff", first, second, "--json", "--path", "params").Output);

        Assert.Equal("0.02", json.RootElement.GetProperty("params/lr").GetProperty(second).GetString());
        Assert.Single(json.RootElement.EnumerateObject());
    }

    [Fact]
    public void An_object_does_not_differ_from_itself() =>
        Assert.Equal($"{first} and {first} do not differ.", Assert.Single(store.Ask("diff", first, first).Lines));

    [Fact]
    public void Any_number_of_objects_has_a_column_each()
    {
        var third = store.Run(run => Log(run, lr: 0.01, note: "a"));

        var result = store.Ask("compare", first, second, third, "--path", "params");
        var json = JsonDocument.Parse(store.Ask("compare", third, second, first, first, "--json").Output).RootElement;

        Assert.Equal([$"Field {first} {second} {third}", "params/lr 0.01 0.02 0.01"], result.Lines.Select(Squeezed));
        Assert.Equal([third, second, first], json.GetProperty("params/lr").EnumerateObject().Select(value => value.Name));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("extra").GetProperty(third).ValueKind);
        Assert.Equal($"{first} and {third} do not differ.", Assert.Single(store.Ask("compare", first, third).Lines));
        Assert.Equal($"{first}, {second} and {third} do not differ.", Assert.Single(store.Ask("compare", first, second, third, "--path", "loss").Lines));
    }

    [Fact]
    public void Diff_is_another_name_of_it() => Assert.Equal(store.Ask("compare", first, second).Output, store.Ask("diff", first, second).Output);

    [Fact]
    public void One_object_is_not_enough()
    {
        var result = store.Ask("compare", first);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("neptune: Give the ids of two objects or more.", result.Errors);
    }

    [Theory]
    [InlineData(1.0, 1L, "1 (Float)", "1 (Int)")]
    [InlineData("a\nb", "a b", "\"a\\nb\"", "\"a b\"")]
    [InlineData("1", 1L, "\"1\"", "1 (Int)")]
    public void Values_that_look_alike_are_told_apart(object one, object other, string textOfOne, string textOfOther)
    {
        var a = store.Run(run => run.Assign("x", one));
        var b = store.Run(run => run.Assign("x", other));

        var x = JsonDocument.Parse(store.Ask("compare", a, b, "--json").Output).RootElement.GetProperty("x");

        Assert.Equal((textOfOne, textOfOther), (x.GetProperty(a).GetString(), x.GetProperty(b).GetString()));
    }

    [Fact]
    public void Series_that_differ_behind_the_sixth_digit_or_in_the_middle_differ()
    {
        var a = store.Run(run => run["loss"].Extend([1.0, 0.25, 0.5]));
        var b = store.Run(run => run["loss"].Extend([1.0, 0.250000001, 0.5]));
        var c = store.Run(run => run["loss"].Extend([0.25, 1.0, 0.5], [0, 1, 3]));

        Assert.Contains("min 0.250000001", store.Ask("compare", a, b).Output);
        Assert.Contains("to step 3", store.Ask("compare", a, c).Output);
    }

    [Fact]
    public void Series_that_came_to_the_store_in_other_pieces_do_not_differ()
    {
        double[] values = [.. Enumerable.Range(0, 150).Select(i => Math.Exp(-i / 30.0) + 0.1)];
        var a = store.Run(run => run["loss"].Extend(values));
        var b = store.Run(run =>
        {
            foreach (var piece in values.Chunk(7))
            {
                run["loss"].Extend(piece);
                run.Wait();
            }
        });

        Assert.Equal($"{a} and {b} do not differ.", Assert.Single(store.Ask("compare", a, b).Lines));
    }

    [Fact]
    public void On_a_terminal_long_texts_are_shown_where_they_differ()
    {
        var same = new string('s', 500);
        var a = store.Run(run => run["text"] = $"{same}first{same}1");
        var b = store.Run(run => run["text"] = $"{same}first{same}2");
        var c = store.Run(run => run["text"] = $"{same}other{same}");

        var shown = string.Join('\n', PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand("compare", a, b, c), columns: 400));

        Assert.Contains($"…{new string('s', 16)}first{new string('s', 35)}…{new string('s', 16)}1", shown);
        Assert.Contains($"{new string('s', 16)}2", shown);
        Assert.Contains($"…{new string('s', 16)}other{new string('s', 35)}…", shown);
        Assert.DoesNotContain(new string('s', 60), shown);
        Assert.Contains($"{same}first{same}2", store.Ask("compare", a, b, c).Output);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(80)]
    public void On_a_narrow_terminal_nothing_of_a_value_is_lost(int columns)
    {
        var text = string.Concat(Enumerable.Range(0, 5).Select(i => $"word{i} "));
        var a = store.Run(run => run["params/a/rather/long/path/of/a/parameter"] = text + "a");
        var b = store.Run(run => run["params/a/rather/long/path/of/a/parameter"] = text + "b");

        var lines = PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand("compare", a, b), columns);

        Assert.Equal(["Field", a, b], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, columns));
        Assert.Equal(2, string.Join(' ', lines).Split("word4").Length - 1);
    }

    [Fact]
    public void A_path_that_none_of_them_has_is_an_error_and_no_equality()
    {
        Assert.Equal((1, $"neptune: {first} has no field \"parms\". Did you mean \"params\"? `neptune show {first}` lists its fields."), (store.Ask("compare", first, second, "--path", "parms").ExitCode, store.Ask("compare", first, second, "--path", "parms").Errors.TrimEnd()));
        Assert.Equal(0, store.Ask("compare", first, second, "--path", "extra").ExitCode);
    }

    [Fact]
    public void An_unknown_id_is_an_error() => Assert.Equal(1, store.Ask("diff", first, "CLS-99").ExitCode);

    public void Dispose() => store.Dispose();

    private static void Log(Run run, double lr, string note, bool? extra = null)
    {
        run.Assign("params", new { lr, epochs = 3 });
        run["note"].Upload(NeptuneFile.FromText(note));
        run["loss"].Extend([2.0, 1.0]);
        if (extra is { } value)
            run["extra"] = value;
    }

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
