using System.Text.Json;
using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>Half a surrogate pair cannot be kept, and is never made into something else without a word.</summary>
public sealed class WholeTextTests : IDisposable
{
    /// <summary>No theory data: those go through UTF-8 themselves.</summary>
    private static readonly string[] Halves = ["\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "😀\uD83D", "\uD83D😀"];

    private readonly TemporaryStore store = new();

    [Fact]
    public void A_text_with_half_a_pair_is_refused_wherever_it_is()
    {
        using var run = store.Run();

        Assert.All(Halves, text => Refuses(run, text));

        Assert.Throws<NeptuneUnsupportedValueException>(() => run["a/char"].Assign((object)'\uD83D'));
        Assert.False(run.Exists("a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("😀😀 \uFFFD größe 学習")]
    public void Whole_texts_are_kept(string text)
    {
        using var run = store.Run();

        run["text"] = text;
        run["lines"].Append(text);
        run["set"].Add(text);

        Assert.Equal(text, run["text"].Fetch<string>());
        Assert.Equal(text, run["lines"].FetchLast<string>());
        Assert.Equal([text], run["set"].Fetch<string[]>());
        Assert.Same(text, WholeText.Mended(text));
    }

    [Fact]
    public void What_a_run_failed_of_is_logged_whatever_its_text()
    {
        using var run = store.Run();

        run.LogEnd(new InvalidOperationException("cut \uD83D"), run);

        Assert.Contains("System.InvalidOperationException: cut \uFFFD", run[$"{run.MonitoringNamespace}/traceback"].FetchValues<string>().Select(line => line.Value));
    }

    [Fact]
    public void A_value_of_a_document_that_is_disposed_is_refused_with_its_path()
    {
        var document = JsonDocument.Parse("""{"lr":0.1,"layers":[1,2]}""");
        var (root, lr) = (document.RootElement, document.RootElement.GetProperty("lr"));
        document.Dispose();

        Assert.All<object>([document, root, lr, new { a = lr }, new[] { lr }], value =>
            Assert.StartsWith("\"params", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("params", value)).Message));
    }

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("""{"a":["\ud83d"]}""")]
    public void Json_with_half_a_pair_is_refused_with_its_path(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.StartsWith("\"params", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("params", document)).Message);
    }

    public void Dispose() => store.Dispose();

    private static void Refuses(Run run, string text)
    {
        Action[] writes =
        [
            () => run["a/text"] = text,
            () => run.Assign("a", new { kept = 1, text }),
            () => run.Assign("a", new Dictionary<string, object> { ["list"] = new[] { "x", text } }),
            () => run.Assign("a", new Dictionary<string, object> { ["list"] = new[] { new Dictionary<string, int> { [text] = 1 } } }),
            () => run["a/lines"].Append(text),
            () => run["a/lines"].Extend(["whole", text]),
            () => run["a/lines"].Assign(new StringSeriesValue(["whole", text])),
            () => run["a/set"].Add("whole", text),
            () => run["a/set"].Assign(new StringSetValue("whole", text)),
            () => run["a/files"].Append(NeptuneFile.FromText("x"), name: text),
        ];

        Assert.All(writes, write =>
            Assert.Contains("half a surrogate pair", Assert.Throws<NeptuneUnsupportedValueException>(write).Message));
        Assert.Throws<ArgumentException>(() => NeptuneFile.FromText(text));
    }
}
