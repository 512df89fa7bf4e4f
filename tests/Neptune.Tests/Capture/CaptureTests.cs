using System.Runtime.InteropServices;
using System.Text;
using Neptune.Capture;
using Neptune.Capture.Programs;

namespace Neptune.Tests.Capture;

public sealed class CaptureTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_run_knows_the_sources_of_its_program()
    {
        Child.RunToEnd(store.Home, "capture", "everything");

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal("Program.cs", run["source_code/entrypoint"].Fetch<string>());
        var names = run["source_code/files"].ListFiles().Select(file => file.Name).ToList();
        Assert.Contains("Program.cs", names);
        Assert.Contains("Capture.cs", names);
        Assert.Contains("Neptune.TestChild.csproj", names);
        Assert.DoesNotContain(names, name => name.StartsWith("obj", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_test_host_the_program_is_the_tests()
    {
        Child.RunToEnd(store.Home, new Dictionary<string, string?> { [Child.DependenciesOf] = "Neptune.Tests" }, "capture", "everything");

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal("Neptune.Tests", run[$"{Monitoring(run)}/environment/program"].Fetch<string>());
        Assert.Equal("Neptune.Tests.dll", run["source_code/entrypoint"].Fetch<string>());
        var names = run["source_code/files"].ListFiles().Select(file => file.Name).ToList();
        Assert.Contains("Child.cs", names);
        Assert.Contains("Neptune.Tests.csproj", names);
        Assert.Contains("xunit.v3==", Text(run, "source_code/requirements"));
    }

    [Fact]
    public void A_run_knows_the_packages_of_its_program()
    {
        Child.RunToEnd(store.Home, "capture", "everything");

        using var run = store.ReadOnly("CLS-1");
        var lines = Text(run, "source_code/requirements").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("Microsoft.Data.Sqlite==", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("Neptune.", StringComparison.Ordinal));
        Assert.Equal(lines.Order(StringComparer.OrdinalIgnoreCase), lines);
    }

    [Fact]
    public void A_run_knows_what_it_runs_on()
    {
        Child.RunToEnd(store.Home, "capture", "everything", "--api-token", "abc", "--epochs=5");

        using var run = store.ReadOnly("CLS-1");
        var at = run[$"{Monitoring(run)}/environment"];
        Assert.Equal(RuntimeInformation.FrameworkDescription, at["dotnet"].Fetch<string>());
        Assert.Equal(RuntimeInformation.RuntimeIdentifier, at["rid"].Fetch<string>());
        Assert.Equal(Environment.ProcessorCount, at["processor_count"].Fetch<long>());
        Assert.Equal((false, true), (at["gc_server"].Fetch<bool>(), at["gc_concurrent"].Fetch<bool>()));
        Assert.EndsWith("capture everything --api-token *** --epochs=5", at["command_line"].Fetch<string>());
        Assert.Equal(("Neptune.TestChild", ".NETCoreApp,Version=v10.0"), (at["program"].Fetch<string>(), at["target_framework"].Fetch<string>()));
    }

    [Fact]
    public void A_run_knows_what_the_runtime_does()
    {
        Child.RunToEnd(store.Home, "capture", "everything");

        using var run = store.ReadOnly("CLS-1");
        var at = run[$"{Monitoring(run)}/dotnet"];
        foreach (var name in (string[])["gc_heap", "gc_allocated", "threadpool_threads"])
            Assert.InRange(at[name].FetchLast<double>(), 1e-6, 1000);
        foreach (var name in (string[])["gc_gen0", "gc_gen1", "gc_gen2", "gc_pause", "threadpool_queue", "exceptions"])
            Assert.InRange(at[name].FetchLast<double>(), 0, 1000);
    }

    [Fact]
    public void Switched_off_nothing_is_left()
    {
        Child.RunToEnd(store.Home, "capture", "nothing");

        using var run = store.ReadOnly("CLS-1");
        Assert.False(run.Exists("monitoring"));
        Assert.False(run.Exists("source_code"));
    }

    [Fact]
    public void Named_files_and_globs_are_kept()
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Home, "project", "models")).Parent!.FullName;
        File.WriteAllText(Path.Combine(folder, "train.cs"), "train");
        File.WriteAllText(Path.Combine(folder, "models", "forest.cs"), "forest");
        File.WriteAllText(Path.Combine(folder, "packages.lock.json"), "{}");

        var stopped = store.Run(with: o => (o.SourceFiles, o.Dependencies) = ([Path.Combine(folder, "**", "*.cs")], Path.Combine(folder, "packages.lock.json")));
        stopped.Stop();

        using var run = store.ReadOnly(stopped.Id);
        Assert.Equal("{}", Text(run, "source_code/requirements"));
        run["source_code/files"].Download(Path.Combine(store.Home, "back"));
        Assert.Equal("forest", File.ReadAllText(Path.Combine(store.Home, "back", "models", "forest.cs")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-file.txt")]
    public void Files_that_are_not_there_are_one_warning_each(string missing)
    {
        var log = new CollectingLogger();

        using (store.Run(with: o => (o.SourceFiles, o.Dependencies, o.Logger) = ([missing], missing, log)))
        {
        }

        Assert.Single(log.Messages, message => message.Contains("source capture", StringComparison.Ordinal));
        Assert.Single(log.Messages, message => message.Contains("dependency capture", StringComparison.Ordinal));
    }

    [Fact]
    public void A_resumed_run_keeps_its_sources_and_packages()
    {
        string id;
        using (var first = store.Run())
            id = first.Id;

        using (store.Run(with: o => (o.WithId, o.SourceFiles, o.Dependencies) = (id, null, null)))
        {
        }

        using var run = store.ReadOnly(id);
        Assert.False(run.Exists("source_code"));
    }

    [Fact]
    public void Packages_are_read_from_a_deps_file()
    {
        using var deps = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"libraries":{"App/1.0.0":{"type":"project"},"b/2.0.0-rc.1":{"type":"package"},"A/1.0.0":{"type":"package"},"odd":1}}
            """));

        Assert.Equal(["A==1.0.0", "b==2.0.0-rc.1"], DependencyCapture.Packages(deps));
    }

    [Fact]
    public void The_sources_of_a_program_with_async_Main_are_found_too()
    {
        var sources = ProgramSources.Of(new("Neptune.TestChild", AppContext.BaseDirectory, null))!;

        Assert.Equal("Program.cs", sources.Entrypoint);
        Assert.Equal(0, sources.LeftOut);
        Assert.Equal("Neptune.TestChild", Path.GetFileName(sources.Folder));
    }

    public void Dispose() => store.Dispose();

    private static string Monitoring(Run run) => $"monitoring/{((IReadOnlyDictionary<string, object>)run.GetStructure()["monitoring"]).Keys.Single()}";

    private string Text(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllText(file);
    }
}
