using Neptune.Cli.Output;

namespace Neptune.Cli.Tests;

public sealed class NarrowTerminalTests : IDisposable
{
    private readonly TestStore store = new();
    private readonly string id;

    public NarrowTerminalTests() => id = store.Run(
        run => run.Assign("params", new { lr = 0.000123456789, note = string.Join(' ', Enumerable.Repeat("a long text", 20)) }),
        name: $"name {new string('n', 90)}",
        project: $"ml-team/{new string('p', 40)}",
        tags: ["first-of-the-tags", "second-of-the-tags", "third-of-the-tags"]);

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(120)]
    public void A_listing_fits_the_terminal_with_whole_ids_and_says_what_it_left_out(int columns)
    {
        var lines = Ask(columns, "ls", "runs");
        var note = lines.FirstOrDefault(line => line.StartsWith("Too narrow for ", StringComparison.Ordinal));

        Assert.StartsWith($"{id}  name nn", lines[2]);
        Assert.All(lines.Where(line => line != note), line => Assert.InRange(CellText.WidthOf(line), 1, columns));
        foreach (var header in (string[])["Name", "State", "Owner", "Created (UTC)", "Tags"])
            Assert.True(lines[0].Contains(header, StringComparison.Ordinal) != (note?.Contains(header, StringComparison.Ordinal) == true), header);
        Assert.Contains('…', lines[2]);
    }

    [Fact]
    public void A_number_is_left_out_rather_than_cut()
    {
        var lines = Ask(id.Length + 20, "ls", "runs", "--columns", "params/lr,params/note");

        Assert.Equal($"{id}  0.000123456789", lines[2].TrimEnd());
        Assert.StartsWith("Too narrow for params/note.", lines[3]);
    }

    [Fact]
    public void An_id_that_is_wider_than_the_terminal_is_whole()
    {
        var lines = Ask(5, "ls", "runs");

        Assert.Equal(id, lines[2]);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(80)]
    public void Every_table_keeps_its_first_column(int columns)
    {
        Assert.Contains(Ask(columns, "status"), line => line.StartsWith($"ml-team/{new string('p', 40)}", StringComparison.Ordinal));
        Assert.Contains(Ask(columns, "project", "list"), line => line.StartsWith($"ml-team/{new string('p', 40)}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_terminal_shows_wide_characters_in_two_cells()
    {
        Assert.Equal("学習…", CellText.Cut("学習する", 5));
        Assert.Equal("学習する", CellText.Cut("学習する", 8));
        Assert.Equal("e\u0301e\u0301", CellText.Cut("e\u0301e\u0301", 2));
        Assert.Equal(["学習", "する"], CellText.Wrap("学習する", 5));
        Assert.Equal(["one two", "three"], CellText.Wrap("one two three", 9));
        Assert.Equal(["abcd", "ef"], CellText.Wrap("abcdef", 4));
    }

    public void Dispose() => store.Dispose();

    private string[] Ask(int columns, params string[] arguments) => PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand(arguments), columns);
}
