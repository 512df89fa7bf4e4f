using System.Collections;
using System.Collections.Frozen;
using System.Collections.Specialized;
using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Newtonsoft.Json.Linq;
using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>Parameters come from JSON, from configurations and from all kinds of dictionaries.</summary>
public sealed class ParameterSourceTests
{
    private const string Json =
        """
        {"lr": 0.01, "batch": 64, "name": "adam", "nesterov": true, "seed": null, "layers": [64, 0.5, "x", {"units": 3}, [null, false]],
         "big": 123456789012345678901234567890, "minus": -0, "deep": {"x": {"y": 1e3}}, "empty": {}, "none": []}
        """;

    private static readonly Dictionary<string, object> Expected = new()
    {
        ["lr"] = 0.01,
        ["batch"] = 64L,
        ["name"] = "adam",
        ["nesterov"] = true,
        ["seed"] = "null",
        ["layers"] = """[64,0.5,"x",{"units":3},[null,false]]""",
        ["big"] = "123456789012345678901234567890",
        ["minus"] = -0.0,
        ["deep/x/y"] = 1000.0,
        ["none"] = "[]",
    };

    public static TheoryData<string, object> Trees => new()
    {
        { "a dictionary read by System.Text.Json", JsonSerializer.Deserialize<Dictionary<string, object?>>(Json)! },
        { "a document", JsonDocument.Parse(Json) },
        { "an element", JsonDocument.Parse(Json).RootElement },
        { "the properties of an element", JsonDocument.Parse(Json).RootElement.EnumerateObject() },
        { "a node", JsonNode.Parse(Json)! },
        { "a dictionary of nodes", JsonSerializer.Deserialize<Dictionary<string, JsonNode?>>(Json)! },
        { "an object with a node in it", JsonNode.Parse(Json)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value) },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Parameters_read_from_JSON_keep_their_values(string source, object tree) => Assert.True(Same(Expected, Values(tree)), source);

    [Fact]
    public void Nodes_of_Newtonsoft_keep_their_values()
    {
        var expected = new Dictionary<string, object>(Expected) { ["minus"] = 0L };

        Assert.True(Same(expected, Values(JObject.Parse(Json))));
        Assert.True(Same(expected, Values(Newtonsoft.Json.JsonConvert.DeserializeObject<Dictionary<string, object?>>(Json)!)));
        Assert.Equal("[1,[2.5]]", Value(JArray.Parse("[1,[2.5]]")));
        Assert.Equal(new DateTimeOffset(2030, 5, 17, 12, 0, 0, TimeSpan.Zero), Value(JToken.Parse("\"2030-05-17T12:00:00Z\"")));
        Assert.Equal("00:00:05", Value(new JValue(TimeSpan.FromSeconds(5))));
        Assert.Equal("raw", Value(new JRaw("raw")));
        Assert.Equal(1L, Values(new JProperty("p", 1))["p"]);
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new JConstructor("Date", 1)));
    }

    [Fact]
    public void Nodes_that_were_made_by_hand_hold_any_value()
    {
        var id = Guid.NewGuid();
        var values = Values(new JsonObject { ["nan"] = JsonValue.Create(double.NaN), ["id"] = JsonValue.Create(id), ["f"] = 0.5f, ["o"] = JsonValue.Create(new { a = 1 }), ["n"] = null });

        Assert.True(Same(new() { ["nan"] = double.NaN, ["id"] = id.ToString(), ["f"] = 0.5, ["o/a"] = 1L, ["n"] = "null" }, values));
    }

    [Theory]
    [InlineData("""{"a": 1e400}""", "1e400")]
    [InlineData("""{"a": 1, "b": {"c": 1, "c": 2}}""", "b/c")]
    [InlineData("""{"a": [{"c": 1, "c": 2}]}""", "\"c\"")]
    public void JSON_that_no_fields_stand_for_is_refused(string json, string named) =>
        Assert.Contains(named, Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", JsonDocument.Parse(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_element_of_nothing_is_refused()
    {
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", default(JsonElement)));
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", default(JsonProperty)));
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", JsonNode.Parse("""{"c": 1, "c": 2}""")));
    }

    [Fact]
    public void A_configuration_is_a_field_per_value()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["params:lr"] = "0.01",
            ["params:optimizer:name"] = "adam",
            ["params:layers:0"] = "64",
            ["params:seed"] = null,
            ["other"] = "x",
        }).Build();

        Dictionary<string, object> expected = new() { ["lr"] = "0.01", ["optimizer/name"] = "adam", ["layers/0"] = "64", ["seed"] = "null" };
        Assert.True(Same(expected, Values(configuration.GetSection("params"))));
        Assert.Equal("0.01", Value(configuration.GetSection("params:lr")));
        Assert.Equal(["other", "params/layers/0", "params/lr", "params/optimizer/name", "params/seed"], Values(configuration).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_section_that_is_not_there_or_that_is_a_value_and_a_namespace_is_refused()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["a"] = "1", ["a:b"] = "2" }).Build();

        Assert.Contains("\"prams\"", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", configuration.GetSection("prams"))).Message, StringComparison.Ordinal);
        Assert.Contains("\"a\"", Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionaries_of_all_kinds_are_entries()
    {
        dynamic expando = new ExpandoObject();
        expando.lr = 0.1;
        object[] dictionaries =
        [
            expando,
            new Hashtable { ["lr"] = 0.1 },
            new OrderedDictionary<string, double> { ["lr"] = 0.1 },
            new Dictionary<string, double> { ["lr"] = 0.1 }.ToFrozenDictionary(),
            new List<KeyValuePair<string, double>> { new("lr", 0.1) },
            new[] { new DictionaryEntry("lr", 0.1) },
            new KeyValuePair<string, double>("lr", 0.1),
            new DictionaryEntry("lr", 0.1),
            Enumerable.Repeat(KeyValuePair.Create("lr", (double?)0.1), 1),
        ];

        Assert.All(dictionaries, dictionary => Assert.True(Same(new() { ["lr"] = 0.1 }, Values(dictionary))));
    }

    [Fact]
    public void Collections_with_several_values_for_a_name_keep_them()
    {
        var collection = new NameValueCollection { { "a", "1" }, { "b", "2" }, { "b", "3" }, { "c", null } };
        var numbers = Enumerable.Range(0, 4);

        Assert.True(Same(new() { ["a"] = "1", ["b"] = """["2","3"]""", ["c"] = "null" }, Values(collection)));
        Assert.True(Same(new() { ["a"] = "1" }, Values(new StringDictionary { ["a"] = "1" })));
        Assert.True(Same(new() { ["0"] = "[0,2]", ["1"] = "[1,3]" }, Values(numbers.ToLookup(i => i % 2))));
        Assert.True(Same(new() { ["0"] = "[0,2]", ["1"] = "[1,3]" }, Values(numbers.GroupBy(i => i % 2))));
        Assert.True(Same(new() { ["7"] = "[0,1,2,3]" }, Values(numbers.GroupBy(_ => 7).Single())));
        Assert.True(Same(new() { ["7"] = """[{"a":1}]""" }, Values(Enumerable.Repeat(KeyValuePair.Create("a", 1), 1).GroupBy(_ => 7))));
    }

    [Fact]
    public void Keys_are_texts_whatever_their_type_and_culture()
    {
        var keys = new Dictionary<object, int> { [1.5] = 0, [DayOfWeek.Friday] = 1, [new DateTime(2030, 5, 17, 0, 0, 0, DateTimeKind.Utc)] = 2, [(1, 2)] = 3, [true] = 4 };

        Assert.Equal(["1.5", "Friday", "2030-05-17T00:00:00Z", "[1,2]", "True"], Values(keys).Keys);
        Assert.Throws<NeptuneUnsupportedValueException>(() => Leaves.Of("x", new Dictionary<object, int> { [new object()] = 0 }));
    }

    private static object Value(object value) => Assert.IsType<ScalarLeaf>(Assert.Single(Leaves.Of("x", value)).Leaf).Value.Boxed;

    private static Dictionary<string, object> Values(object tree) =>
        Leaves.Of("", tree).ToDictionary(leaf => leaf.Path, leaf => Assert.IsType<ScalarLeaf>(leaf.Leaf).Value.Boxed);

    private static bool Same(Dictionary<string, object> expected, Dictionary<string, object> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, pair => Assert.Equal(Bits(pair.Value), Bits(actual[pair.Key])));
        return true;
    }

    /// <summary>Numbers by their bits: -0 is not 0 here.</summary>
    private static object Bits(object value) => value is double real ? (real.GetType(), BitConverter.DoubleToInt64Bits(real)) : value;
}
