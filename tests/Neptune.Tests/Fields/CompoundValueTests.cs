namespace Neptune.Tests.Fields;

/// <summary>Objects, dictionaries and lists become fields, one per leaf.</summary>
public sealed class CompoundValueTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public CompoundValueTests() => run = store.Run();

    private enum Activation
    {
        ReLU,
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    [Fact]
    public void An_object_becomes_one_field_per_leaf()
    {
        run.Assign("params", new
        {
            lr = 0.01,
            batch_size = 64,
            activation = Activation.ReLU,
            optimizer = new { name = "adam", betas = new[] { 0.9, 0.999 } },
            dropout = (double?)null,
            seed = (System.Numerics.BigInteger)1 << 80,
            patience = TimeSpan.FromMinutes(5),
            data = new FileInfo("data/adult.txt"),
            culture = System.Globalization.CultureInfo.GetCultureInfo("de-DE"),
            encoding = System.Text.Encoding.UTF8,
            host = System.Net.IPAddress.Loopback,
        });

        var read = run.Fetch("params");
        var optimizer = (IReadOnlyDictionary<string, object?>)read["optimizer"]!;
        Assert.Equal(0.01, read["lr"]);
        Assert.Equal(64L, read["batch_size"]);
        Assert.Equal("ReLU", read["activation"]);
        Assert.Equal("adam", optimizer["name"]);
        Assert.Equal("[0.9,0.999]", optimizer["betas"]);
        Assert.Equal("null", read["dropout"]);
        Assert.Equal("1208925819614629174706176", read["seed"]);
        Assert.Equal("00:05:00", read["patience"]);
        Assert.Equal(["data/adult.txt", "de-DE", "utf-8", "127.0.0.1"], new[] { "data", "culture", "encoding", "host" }.Select(name => read[name]));
    }

    [Fact]
    public void A_property_that_cannot_be_read_is_named()
    {
        var error = Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("params", new Unreadable()));

        Assert.Contains("\"params\": reading Rate of a", error.Message, StringComparison.Ordinal);
        Assert.Contains("no rate yet", error.Message, StringComparison.Ordinal);
        Assert.Equal("no rate yet", error.InnerException!.Message);
    }

    [Fact]
    public void Lists_become_one_field_per_element_when_the_options_say_so()
    {
        using var listing = store.Run(with: o => o.Lists = ListFormat.Fields);

        listing.Assign("net", new { layers = new[] { 64, 32 }, nested = new List<object?> { "a", new { b = 1 } }, empty = Array.Empty<int>() });
        listing["direct"] = new[] { 1.5, 2.5 };

        Assert.Equal([64, 32], new[] { "net/layers/0", "net/layers/1" }.Select(p => listing[p].Fetch<int>()));
        Assert.Equal("a", listing["net/nested/0"].Fetch<string>());
        Assert.Equal(1, listing["net/nested/1/b"].Fetch<int>());
        Assert.Equal(2.5, listing["direct/1"].Fetch<double>());
        Assert.Equal("[]", listing["net/empty"].Fetch<string>());
    }

    [Fact]
    public void Dictionaries_of_any_kind_become_one_field_per_entry()
    {
        run["a"] = new Dictionary<string, object?> { ["x"] = 1, ["deep"] = new Dictionary<string, double> { ["y"] = 0.5 } };
        run.Assign("b", new SortedDictionary<int, string> { [5] = "five" });
        run.Assign("c", new Dictionary<string, int> { ["n/m"] = 3 }.AsReadOnly());

        Assert.Equal(1, run["a/x"].Fetch<int>());
        Assert.Equal(0.5, run["a/deep/y"].Fetch<double>());
        Assert.Equal("five", run["b/5"].Fetch<string>());
        Assert.Equal(3, run["c/n/m"].Fetch<int>());
    }

    [Fact]
    public void When_one_leaf_does_not_fit_nothing_is_written()
    {
        run["params/lr"] = "text";

        Assert.Throws<NeptuneFieldTypeException>(() => run.Assign("params", new { batch = 1, lr = 0.5 }));

        Assert.False(run.Exists("params/batch"));
    }

    [Fact]
    public void What_has_no_representation_is_refused()
    {
        Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("a", new object()));
        Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("a", new MemoryStream()));
        Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("a", () => 1));
        var cycle = new Dictionary<string, object?>();
        cycle["self"] = cycle;
        Assert.Throws<NeptuneUnsupportedValueException>(() => run.Assign("a", cycle));
        Assert.False(run.Exists("a"));
    }

    private sealed class Unreadable
    {
        public double Rate => throw new InvalidOperationException("no rate yet");
    }
}
