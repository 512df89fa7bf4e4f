using System.Buffers.Binary;
using System.Globalization;

namespace Neptune.Server.Tests;

/// <summary>Buckets, texts and points of series.</summary>
public sealed class SeriesTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Buckets_travel_as_aligned_columns_behind_a_header()
    {
        var (header, numbers) = await Buckets("""{"series": [{"id": "ODD-1", "path": "m/curve"}, {"id": "ODD-1", "path": "m/loss"}], "buckets": 50}""");

        var (curve, loss) = (header.GetProperty("series")[0], header.GetProperty("series")[1]);
        Assert.Equal(["firstStep", "lastStep", "lastTime", "count", "min", "max", "mean", "last"], header.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.Equal((5000, 6, 6), (curve.GetProperty("count").GetInt32(), loss.GetProperty("count").GetInt32(), loss.GetProperty("buckets").GetInt32()));
        Assert.InRange(curve.GetProperty("buckets").GetInt32(), 25, 50);
        Assert.Equal(SampleStore.Now.ToUnixTimeMilliseconds(), curve.GetProperty("createdMs").GetInt64());
        var expected = server.Sample.Store.ReadFloatBuckets(server.Sample.Run.Uid, "m/curve", 50);
        Assert.Equal(expected.SelectMany(bucket => new[] { bucket.FirstStep, bucket.Max }), Enumerable.Range(0, expected.Count).SelectMany(i => new[] { numbers[0]["firstStep"][i], numbers[0]["max"][i] }));
    }

    [Fact]
    public async Task A_bucket_of_one_point_is_that_point_whatever_it_is()
    {
        var (_, numbers) = await Buckets("""{"series": [{"id": "ODD-1", "path": "m/loss"}]}""");

        Assert.Equal([1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.1], numbers[0]["last"]);
        Assert.True(double.IsNegative(numbers[0]["last"][4]));
        Assert.True(double.IsNaN(numbers[0]["min"][1]));
        Assert.Equal([0, 1, 2, 3, 4, 5], numbers[0]["lastStep"]);
        Assert.Equal(SampleStore.Now.ToUnixTimeMilliseconds() + 5000, numbers[0]["lastTime"][5]);
    }

    [Fact]
    public async Task A_range_of_steps_is_read_exactly_and_the_empty_one_is_empty()
    {
        var some = await Buckets("""{"series": [{"id": "ODD-1", "path": "m/curve"}], "fromStep": 9.5, "toStep": 12}""");

        Assert.Equal([10, 11, 12], some.Numbers[0]["firstStep"]);
        Assert.Empty((await Buckets("""{"series": [{"id": "ODD-1", "path": "m/curve"}], "fromStep": 12, "toStep": 9}""")).Numbers[0]["firstStep"]);
        Assert.Empty((await Buckets("""{"series": [{"id": "ODD-1", "path": "m/empty"}]}""")).Numbers[0]["firstStep"]);
        Assert.Equal(6, (await Buckets("""{"series": [{"id": "ODD-1", "path": "m/loss"}], "fromStep": "-Infinity", "toStep": "Infinity"}""")).Numbers[0]["firstStep"].Length);
    }

    [Fact]
    public async Task A_series_that_cannot_be_drawn_says_why_and_the_others_are_drawn()
    {
        var (header, numbers) = await Buckets("""{"series": [{"id": "ODD-1", "path": "none"}, {"id": "ODD-99", "path": "m/loss"}, {"id": "ODD-1", "path": "s/int"}, {"id": "ODD-1", "path": "m/loss"}]}""");

        Assert.Equal(["no field", "no object", "type Int"], header.GetProperty("series").EnumerateArray().Take(3).Zip(["no field", "no object", "type Int"], (series, reason) => series.GetProperty("error").GetString()!.Contains(reason, StringComparison.OrdinalIgnoreCase) ? reason : $"{series}"));
        Assert.False(header.GetProperty("series")[3].TryGetProperty("error", out _));
        Assert.Equal(6, numbers[3]["last"].Length);
    }

    [Fact]
    public async Task Texts_are_paged_forwards_backwards_from_the_end_and_by_search()
    {
        Assert.Equal((0, 999, true), await Texts(""));
        Assert.Equal((1000, 1001, true), await Texts("&after=999&limit=2"));
        Assert.Equal((2999, 2999, false), await Texts("&after=2998&limit=2"));
        Assert.Equal((0, 1, false), await Texts("&before=2&limit=2"));
        Assert.Equal((998, 999, true), await Texts("&before=1000&limit=2"));
        Assert.Equal((2990, 2999, true), await Texts("&tail=true&limit=10"));
        Assert.Equal((7, 2907, false), await Texts("&search=WARNING"));
        Assert.Equal((2807, 2907, true), await Texts("&search=warning&tail=true&limit=2"));
        var point = (await server.Client.GetAsync($"{server.Sample.RunPath}/strings?path=log&after=6&limit=1", HttpStatusCode.OK)).GetProperty("points")[0];
        Assert.Equal("Warning, \"7\"", point.GetProperty("value").GetString());
        Assert.Equal(SampleStore.Now.AddMilliseconds(7), point.GetProperty("time").GetDateTimeOffset());
    }

    [Fact]
    public async Task Points_as_csv_parse_back_exactly()
    {
        var floats = CsvText.Parse(await server.Client.GetStringAsync($"{server.Sample.RunPath}/points.csv?path=m/loss"));
        var texts = CsvText.Parse(await server.Client.GetStringAsync($"{server.Sample.RunPath}/points.csv?path=log"));

        Assert.Equal(["step", "value", "timestamp"], floats[0]);
        Assert.Equal(["1", "NaN", "Infinity", "-Infinity", "-0", "0.1"], floats[1..].Select(row => row[1]));
        Assert.Equal(SampleStore.Now.AddSeconds(5), DateTimeOffset.Parse(floats[6][2], CultureInfo.InvariantCulture));
        Assert.Equal(server.Sample.Store.ReadStrings(server.Sample.Run.Uid, "log").Select(point => point.Value), texts[1..].Select(row => row[1]));
    }

    private async Task<(double First, double Last, bool More)> Texts(string query)
    {
        var page = await server.Client.GetAsync($"{server.Sample.RunPath}/strings?path=log{query}", HttpStatusCode.OK);
        double[] steps = [.. page.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("step").GetDouble())];
        Assert.Equal(steps.Order(), steps);
        return (steps[0], steps[^1], page.GetProperty("more").GetBoolean());
    }

    private async Task<(JsonElement Header, Dictionary<string, double[]>[] Numbers)> Buckets(string request)
    {
        using var response = await server.Client.PostAsync($"{SampleStore.ProjectPath}/series", Calls.Json(request));
        Assert.Equal("application/vnd.neptune.columns", response.Content.Headers.ContentType!.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Assert.Equal(0, (4 + length) % 8);
        var header = JsonDocument.Parse(bytes.AsMemory(4, length)).RootElement;
        var at = 4 + length;
        var series = header.GetProperty("series").EnumerateArray().Select(one => header.GetProperty("columns").EnumerateArray().ToDictionary(
            column => column.GetString()!,
            _ => Enumerable.Range(0, one.GetProperty("buckets").GetInt32()).Select(_ => BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan((at += 8) - 8))).ToArray())).ToArray();
        Assert.Equal(bytes.Length, at);
        return (header, series);
    }
}
