using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Neptune.PackageTests;

public sealed class PackageTests(Feed feed)
{
    private const string ConsumerCode = """
        using Neptune;
        using var run = Run.Init(new() { Project = "demo", CaptureStdout = false });
        run.Assign("params", new { lr = 0.25 });
        run["loss"].Extend([3.0, 2.0, 1.0]);
        Console.WriteLine($"{run.Id} {run["params/lr"].Fetch<double>()} {run["loss"].FetchLast<double>()}");
        """;

    private const string AheadOfTimeCode = """
        using Neptune;
        using var run = Run.Init(new() { Project = "demo", CaptureStdout = false });
        run["params"] = new Dictionary<string, object?> { ["lr"] = 0.25, ["layers"] = new[] { 1, 2 } };
        run["loss"].Extend([3.0, 2.0, 1.0]);
        run["notes"].Upload(NeptuneFile.FromText("kept"));
        Console.WriteLine($"{run.Id} {run["params/lr"].Fetch<double>()} {run["params/layers"].Fetch<string>()} {run["loss"].FetchLast<double>()}");
        try
        {
            run["object"] = new Dictionary<string, object?> { ["nested"] = new { x = 1 } };
        }
        catch (NeptuneUnsupportedValueException e)
        {
            Console.WriteLine($"refused: {e.Message}");
        }
        run.Typed = new TypedParams { Lr = 0.5, Kind = Kind.B, Layers = [3, 4] };
        run.Typed.Inner.Beta = 0.75;
        run.Train.Loss.Append(0.125);
        run["copy"] = new Dictionary<string, object?> { ["params"] = run.Typed.Fetch() };
        run.Wait();
        using var project = Project.Init(new() { Name = run.ProjectName });
        foreach (var (id, p, t) in project.QueryRuns<TypedParams, TrainMetrics>((p, t) => p.Lr > 0.1 && p.Kind == Kind.B && t.Loss.Last < 1))
            Console.WriteLine($"{id} {p.Lr} {p.Kind} {string.Join('+', p.Layers)} {p.Inner.Beta} {t.Loss.Last}");
        var selected = project.QueryRuns<TypedParams>().Select(p => p.Inner.Beta).Single();
        Console.WriteLine($"{selected} {TypedParams.ParseArgs(["--typed:kind", "a"]).Kind} {run["copy/params/inner/beta"].Fetch<double>()}");

        enum Kind { A, B }

        [NeptuneNamespace("typed")]
        sealed record TypedParams
        {
            public double Lr { get; init; }
            public Kind Kind { get; init; } = Kind.B;
            public List<int> Layers { get; init; } = [];
            public Inner Inner { get; init; } = new();
        }

        sealed class Inner { public double Beta { get; set; } }

        [NeptuneNamespace]
        sealed partial class TrainMetrics { public FloatSeries Loss { get; } }
        """;

    [Fact]
    public void A_fresh_program_that_references_the_package_records_a_run_and_the_tool_shows_it()
    {
        var consumer = new Consumer(feed, "Neptune", ConsumerCode);

        var printed = consumer.Run("run");
        var listed = consumer.RunTool("Neptune.Cli", "neptune", "ls", "runs", "--json");

        Assert.Contains("DEMO-1 0.25 1", printed);
        Assert.True(File.Exists(consumer.PathOf(".neptune/store.db")));
        Assert.Contains("\"sys/id\"", listed);
        Assert.Contains("DEMO-1", listed);
    }

    [Fact]
    public async Task The_packed_tool_serves_the_app_from_any_folder()
    {
        var consumer = new Consumer(feed, "Neptune", ConsumerCode);
        consumer.Run("run");
        consumer.RunTool("Neptune.Cli", "neptune", "--version");

        using var ui = consumer.StartProgram("tools/neptune", "ui", "DEMO-1", "--no-browser", "--port", "0");
        try
        {
            string? link;
            do
                link = await ui.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            while (link?.StartsWith("http", StringComparison.Ordinal) == false);
            using var browser = new HttpClient();
            var page = await browser.GetStringAsync(link, TestContext.Current.CancellationToken);
            var script = Regex.Match(page, "src=\"\\./(assets/[^\"]+\\.js)\"").Groups[1].Value;

            Assert.Contains("/local/", link);
            Assert.Contains("/runs/DEMO-1?token=", link);
            Assert.NotEmpty(await browser.GetByteArrayAsync(new Uri(new Uri(link!), $"/{script}"), TestContext.Current.CancellationToken));
        }
        finally
        {
            ui.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void A_program_compiled_ahead_of_time_records_a_run_without_a_warning()
    {
        Linker.RequireOrSkip();
        var consumer = new Consumer(feed, "Neptune", AheadOfTimeCode, $"<PublishAot>true</PublishAot><CppCompilerAndLinker>{Linker.Name}</CppCompilerAndLinker><TrimmerSingleWarn>false</TrimmerSingleWarn>");

        consumer.Run("publish", "--use-current-runtime", "-o", "out");
        var printed = consumer.RunProgram("out/demo");

        Assert.Contains("DEMO-1 0.25 [1,2] 1", printed);
        Assert.Contains("refused: \"object/nested\"", printed);
        Assert.Contains("DEMO-1 0.5 B 3+4 0.75 0.125", printed);
        Assert.Contains("0.75 A 0.75", printed);
    }

    [Theory]
    [InlineData("Neptune.Core", "lib/net10.0/Neptune.Core.dll", "lib/net10.0/Neptune.Core.xml")]
    [InlineData("Neptune.Storage", "lib/net10.0/Neptune.Storage.dll", "lib/net10.0/Neptune.Storage.xml")]
    [InlineData("Neptune", "lib/net10.0/Neptune.dll", "lib/net10.0/Neptune.xml")]
    [InlineData("Neptune.Server", "lib/net10.0/Neptune.Server.dll", "lib/net10.0/Neptune.Server.xml")]
    [InlineData("Neptune.ML", "lib/net10.0/Neptune.ML.dll", "lib/net10.0/Neptune.ML.xml")]
    [InlineData("Neptune.ML.Pictures", "lib/net10.0/Neptune.ML.Pictures.dll", "lib/net10.0/Neptune.ML.Pictures.xml")]
    [InlineData("Neptune.Cli", "tools/net10.0/any/Neptune.Cli.dll", "tools/net10.0/any/DotnetToolSettings.xml")]
    public void Every_package_has_its_library_its_docs_and_a_readme(string package, string library, string other)
    {
        using var zip = ZipFile.OpenRead(feed.PathOf(package));

        var entries = zip.Entries.Select(e => e.FullName).ToList();

        Assert.Contains(library, entries);
        Assert.Contains(other, entries);
        using var readme = new StreamReader(zip.GetEntry("README.md")!.Open());
        Assert.DoesNotMatch(@"\]\((?!https?:|#)", readme.ReadToEnd());
    }
}
