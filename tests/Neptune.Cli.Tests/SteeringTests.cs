namespace Neptune.Cli.Tests;

/// <summary>What a store holds may have been written by anybody; a terminal does what control characters say.</summary>
public sealed class SteeringTests : IDisposable
{
    private const string Hostile = "a\e[31mb\e]0;title\ac\u009b2Jd\u202ee\u2066f\rg\u0085h";

    private readonly TestStore store = new();
    private readonly string id;
    private readonly string other;

    public SteeringTests()
    {
        id = Log();
        other = store.Run(run => run["text"] = "harmless");
    }

    public static TheoryData<string[]> Commands => new(
        ["ls", "runs"],
        ["ls", "runs", "--columns", "text,pa\u202eth"],
        ["ls", "runs", "--json"],
        ["show", "ID"],
        ["show", "ID", "--path", "text"],
        ["show", "ID", "--json"],
        ["show", "ID", "--all"],
        ["compare", "ID", "OTHER"],
        ["name", "ID", Hostile],
        ["tag", "ID", Hostile],
        ["get", "ID", "text"],
        ["get", "ID", "log"],
        ["get", "ID", "set"],
        ["get", "ID", "missing\e[2J\u202e"],
        ["get", "ID", "text", "--output", "missing\e[2J\u202e/../x/"],
        ["ls", "runs", "--query", "`x` = \"\e[31m"],
        ["ls", "runs", "--project", "no\e[31m\u202e"],
        ["show", "NO\e[31m\u009b"],
        ["ls", "runs", "--bo\e[31mgus"]);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nothing_that_is_printed_steers_the_terminal(string[] arguments)
    {
        var shown = string.Join('\n', PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand([.. arguments.Select(word => word == "ID" ? id : word == "OTHER" ? other : word)])));

        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    [Fact]
    public void Redirected_values_are_what_was_logged_to_the_byte()
    {
        Assert.Equal(Hostile + Environment.NewLine, store.Ask("get", id, "text").Output);
        Assert.Contains(Hostile, store.Ask("get", id, "log").Output);
        Assert.Equal(Hostile + Environment.NewLine, store.Ask("get", id, "set").Output);
    }

    [Fact]
    public void Lines_and_tabs_of_a_text_are_shown_as_such()
    {
        var text = store.Run(run => run["text"] = "one\n\ttwo\r\nthree");

        Assert.Equal(["one", "\ttwo", "three"], PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand("get", text, "text")));
    }

    public void Dispose() => store.Dispose();

    private string Log() => store.Run(
        run =>
        {
            run["text"] = Hostile;
            run["pa\u202eth"] = 1;
            run["log"].Extend([Hostile, "second"]);
            run["note"].Upload(NeptuneFile.FromText(Hostile, "txt"));
            run["set"].Add(Hostile);
        },
        name: Hostile,
        tags: [Hostile]);
}
