namespace Neptune.Tests.Monitoring;

public sealed class MonitoringTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void Every_line_that_is_printed_is_one_point()
    {
        var result = Child.RunToEnd(store.Home, "print");

        using var run = store.ReadOnly("CLS-1");
        string[] printed = ["epoch 1 done", "\u001b[32mgreen\u001b[0m", "", "two", "lines", "[####] 100 %", "no line end"];
        Assert.Equal(printed, Texts(run, "stdout").Take(printed.Length));
        Assert.Equal(["careful"], Texts(run, "stderr"));
        Assert.Contains($"\n{string.Join('\n', printed).Replace("[####] 100 %\n", "\r[#---]  25 %\r[####] 100 %\r\n")}", result.Output);
        Assert.Equal("careful\n", result.Errors);
    }

    [Fact]
    public void Hardware_use_is_sampled_even_in_a_short_run()
    {
        using (var shortRun = store.Run(with: o => o.CaptureHardwareMetrics = true))
        {
            // CPU in use is what has happened between two readings; memory tells that the first was made. The machine counts in hundredths of a second.
            Assert.True(SpinWait.SpinUntil(() => shortRun.Exists($"{Monitoring(shortRun)}/memory"), TimeSpan.FromMinutes(1)));
            Thread.Sleep(50);
        }

        using var run = store.ReadOnly("CLS-1");
        var cpu = run[$"{Monitoring(run)}/cpu"].FetchValues<double>();
        var memory = run[$"{Monitoring(run)}/memory"].FetchValues<double>();
        Assert.NotEmpty(cpu);
        Assert.All(cpu, point => Assert.InRange(point.Value, 0, 100));
        Assert.All(memory, point => Assert.InRange(point.Value, 0.01, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9 * 2));
        Assert.Equal(Environment.MachineName, run[$"{Monitoring(run)}/hostname"].Fetch<string>());
        Assert.True(int.Parse(run[$"{Monitoring(run)}/pid"].Fetch<string>()) > 0);
    }

    [Theory]
    [InlineData("in-using")]
    [InlineData("in-await-using")]
    [InlineData("on-a-thread")]
    public void An_unhandled_exception_marks_the_run_as_failed_and_is_logged(string how)
    {
        var result = Child.RunToEnd(store.Home, "fail", how);

        Assert.NotEqual(0, result.ExitCode);
        using var run = store.ReadOnly("CLS-1");
        Assert.True(run["sys/failed"].Fetch<bool>());
        Assert.Contains(Texts(run, "traceback"), line => line.Contains("InvalidOperationException: loss exploded", StringComparison.Ordinal));
        Assert.Equal(1, run["loss"].FetchLast<double>());
        Assert.Equal("failed", run["sys/state"].Fetch<string>());
    }

    [Fact]
    public void What_is_switched_off_is_not_logged()
    {
        using var run = store.Run(with: o => o.CaptureTraceback = false);

        Assert.False(run.Exists("monitoring"));
    }

    [Fact]
    public void Two_runs_of_one_process_both_get_what_is_printed()
    {
        var before = Console.Out;
        using (var first = store.Run(with: o => (o.CaptureStdout, o.MonitoringNamespace) = (true, "mon")))
        using (var second = store.Run(with: o => (o.CaptureStdout, o.MonitoringNamespace) = (true, "mon")))
        {
            Console.WriteLine("for both");

            Assert.Equal("for both", first["mon/stdout"].FetchLast<string>());
            Assert.Equal("for both", second["mon/stdout"].FetchLast<string>());
        }
        Assert.Same(before, Console.Out);
    }

    [Fact]
    public void A_writer_that_the_program_sets_while_a_run_is_open_does_not_silence_later_runs()
    {
        var result = Child.RunToEnd(store.Home, "redirect");

        Assert.Equal(0, result.ExitCode);
        foreach (var (id, printed) in new[] { ("CLS-1", "first"), ("CLS-2", "second"), ("CLS-3", "third") })
        {
            using var run = store.ReadOnly(id);
            Assert.Equal([printed], Texts(run, "stdout"));
        }
        Assert.Equal(["first", "third"], result.Output.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("[neptune]", StringComparison.Ordinal)));
        Assert.Equal(["to the program's own writer", "second"], result.Errors.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("[neptune]", StringComparison.Ordinal)));
    }

    public void Dispose() => store.Dispose();

    private static string Monitoring(Run run) => $"monitoring/{((IReadOnlyDictionary<string, object>)run.GetStructure()["monitoring"]).Keys.Single()}";

    private static string[] Texts(Run run, string name) => run[$"{Monitoring(run)}/{name}"].FetchValues<string>().Values.ToArray();
}
