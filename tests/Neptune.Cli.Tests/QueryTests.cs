using System.Text.Json;

namespace Neptune.Cli.Tests;

public sealed class QueryTests : IDisposable
{
    private readonly TestStore store = new();
    private readonly string[] ids;

    public QueryTests() => ids = [.. new[] { 0.1, 0.3, 0.2 }.Select(lr => store.Run(run => Log(run, lr), tags: lr > 0.15 ? ["good"] : []))];

    [Fact]
    public void A_query_finds_and_a_sort_orders()
    {
        var result = store.Ask("ls", "runs", "--query", "`params/lr`:float > 0.15", "--sort", "params/lr", "--ascending", "--columns", "params/lr,train/loss,sys/tags");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(["ID params/lr train/loss sys/tags", $"{ids[2]} 0.2 1 good", $"{ids[1]} 0.3 1 good"], result.Lines.Select(Squeezed));
    }

    [Fact]
    public void Json_has_the_columns_asked_for_and_the_id()
    {
        using var json = JsonDocument.Parse(store.Ask("ls", "runs", "--json", "--limit", "1", "--columns", "params/lr").Output);

        Assert.Equal(["params/lr", "sys/id"], Assert.Single(json.RootElement.EnumerateArray()).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ids[2], json.RootElement[0].GetProperty("sys/id").GetString());
    }

    [Fact]
    public void A_query_that_cannot_be_read_is_an_error_that_shows_the_place()
    {
        var result = store.Ask("ls", "runs", "--query", "`params/lr`:float >");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("neptune: ", result.Errors);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_limit_that_is_none_is_refused()
    {
        Assert.Equal(2, store.Ask("ls", "runs", "--limit", "0").ExitCode);
        Assert.Equal(2, store.Ask("ls", "runs", "--limit", "many").ExitCode);
    }

    [Fact]
    public void Versions_of_one_model_can_be_queried()
    {
        var forest = store.Model("FOREST");
        store.Version(forest, ModelStage.Production);
        store.Version(forest);
        store.Version(store.Model("TREE"), ModelStage.Production);

        var result = store.Ask("ls", "versions", "--model", forest, "--query", "`sys/stage`:string = \"production\"", "--columns", "sys/stage");

        Assert.Equal(["ID sys/stage", $"{forest}-1 production"], result.Lines.Select(Squeezed));
    }

    public void Dispose() => store.Dispose();

    private static void Log(Run run, double lr)
    {
        run["params/lr"] = lr;
        run["train/loss"].Extend([2.0, 1.0]);
    }

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
