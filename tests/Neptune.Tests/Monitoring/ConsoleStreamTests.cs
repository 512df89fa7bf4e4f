using System.Globalization;
using Neptune.Monitoring;

namespace Neptune.Tests.Monitoring;

/// <summary>What happens when the program sets writers of its own while somebody listens; the console is a variable here.</summary>
public sealed class ConsoleStreamTests
{
    private readonly StringWriter screen = new();
    private readonly TextWriter original;
    private readonly ConsoleStream stream;
    private readonly List<string> heard = [];
    private TextWriter console;

    public ConsoleStreamTests()
    {
        console = original = TextWriter.Synchronized(screen);
        // As Console.SetOut does.
        stream = new(() => console, writer => console = TextWriter.Synchronized(writer));
    }

    [Fact]
    public void A_writer_that_is_set_meanwhile_stays_and_the_next_listener_hears_it()
    {
        var own = TextWriter.Synchronized(new StringWriter());
        using (stream.Listen(heard.Add))
            console = own;

        Assert.Same(own, console);
        using (stream.Listen(heard.Add))
            console.WriteLine("heard");

        Assert.Same(own, console);
        Assert.Equal(["heard"], heard);
    }

    [Fact]
    public void The_original_that_is_set_back_meanwhile_is_heard_by_the_next_listener()
    {
        using (stream.Listen(heard.Add))
        {
            console = original;
            using (stream.Listen(line => heard.Add($"second {line}")))
                console.WriteLine("x");

            Assert.Same(original, console);
        }

        Assert.Same(original, console);
        Assert.Equal(["second x"], heard);
    }

    [Fact]
    public void Listeners_end_in_any_order()
    {
        var first = stream.Listen(line => heard.Add($"1 {line}"));
        var second = stream.Listen(line => heard.Add($"2 {line}"));

        first.Dispose();
        console.WriteLine("x");
        second.Dispose();

        Assert.Equal(["2 x"], heard);
        Assert.Same(original, console);
    }

    [Fact]
    public void A_writer_around_what_was_there_is_heard_once_by_each()
    {
        var first = stream.Listen(line => heard.Add($"1 {line}"));
        var around = console = TextWriter.Synchronized(new Prefixed(console));
        var second = stream.Listen(line => heard.Add($"2 {line}"));

        console.WriteLine("x");
        first.Dispose();
        console.WriteLine("y");
        second.Dispose();

        Assert.Same(around, console);
        Assert.Equal(["1 > x", "2 x", "2 y"], heard);
        Assert.Equal("> x\n> y\n", screen.ToString());
    }

    [Fact]
    public void What_was_there_while_somebody_listened_can_be_set_again_later()
    {
        var first = stream.Listen(heard.Add);
        var kept = console;
        console = TextWriter.Null;
        first.Dispose();
        console = kept;

        using (stream.Listen(heard.Add))
        {
            Assert.Same(kept, console);
            console.WriteLine("x");
        }

        Assert.Same(original, console);
        Assert.Equal(["x"], heard);
        Assert.Equal("x\n", screen.ToString());
    }

    [Fact]
    public void A_writer_fails_as_it_would_without_listeners()
    {
        console = TextWriter.Synchronized(new Prefixed(TextWriter.Null));
        using var listening = stream.Listen(heard.Add);

        console.Dispose();

        Assert.Throws<ObjectDisposedException>(() => console.WriteLine("x"));
        Assert.Empty(heard);
    }

    [Fact]
    public void Numbers_and_line_ends_look_as_they_would_without_listeners()
    {
        var own = new StringWriter(CultureInfo.GetCultureInfo("de-DE")) { NewLine = "|" };
        console = TextWriter.Synchronized(own);

        using (stream.Listen(heard.Add))
        {
            console.Write(1.5);
            console.WriteLine();
            console.NewLine = "||";
            console.WriteLine(2);
        }

        Assert.Equal("1,5|2||", own.ToString());
        Assert.Equal("||", own.NewLine);
    }

    private sealed class Prefixed(TextWriter target) : StringWriter
    {
        private bool closed;

        public override void WriteLine(string? value)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            target.Write($"> {value}\n");
        }

        protected override void Dispose(bool disposing)
        {
            closed = true;
            base.Dispose(disposing);
        }
    }
}
