using System.Text.Json;

namespace Neptune.Cli.Tests;

public sealed class DiffTests : IDisposable
{
    private readonly TestStore store = new();
    private readonly string first;
    private readonly string second;

    public DiffTests()
    {
        first = store.Run(run => Log(run, lr: 0.01, note: "a"), name: "one");
        second = store.Run(run => Log(run, lr: 0.02, note: "b", extra: true), name: "two");
    }

    [Fact]
    public void Only_fields_that_differ_are_shown_side_by_side()
    {
        var result = store.Ask("diff", first, second);

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
