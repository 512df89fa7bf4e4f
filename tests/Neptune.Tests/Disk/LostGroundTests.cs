using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.TestChild;

namespace Neptune.Tests.Disk;

/// <summary>A training from which permissions, descriptors, room or the folder itself are taken, at each step.</summary>
public sealed partial class LostGroundTests
{
    private static readonly Dictionary<string, string> Impatient = new() { ["NEPTUNE_SYNC_AFTER_STOP_TIMEOUT"] = "3" };

    [Theory]
    [InlineData("init")]
    [InlineData("log")]
    [InlineData("stop")]
    [InlineData("exit")]
    public void Without_write_permission_a_training_ends_as_it_would_and_loses_no_point(string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Takes permissions of Unix away.");
        using var store = new TemporaryStore();
        Directory.CreateDirectory(store.Folder);

        var result = Lose([.. Unprivileged.Launcher], new(Impatient) { ["HOME"] = store.Home }, store.Home, "permission", step);

        AssertTypedErrorsOnly(result);
        Assert.DoesNotContain("is full", result.Output + result.Errors);
        if (step == "init")
        {
            Assert.Contains("init: NeptuneStoreException", result.Output);
            return;
        }
        Assert.Contains("dropped=0", result.Output);
        Run("chmod", "-R", "u+w", store.Folder);
        Assert.Equal(LoseGround.Rounds * LoseGround.PointsEach, PointsIn(store.Home));
    }

    [Theory]
    [InlineData("init")]
    [InlineData("log")]
    [InlineData("stop")]
    [InlineData("exit")]
    public void Without_file_descriptors_a_training_ends_as_it_would_and_loses_no_point(string step)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits descriptors with prlimit.");
        using var store = new TemporaryStore();

        var result = Lose(["prlimit", "--nofile=256:256"], Impatient, store.Home, "descriptors", step);

        AssertTypedErrorsOnly(result);
        Assert.DoesNotContain("is full", result.Output + result.Errors);
        if (step == "init")
        {
            Assert.Contains("init: NeptuneStoreException", result.Output);
            Assert.Contains("too many files open", result.Output);
            return;
        }
        Assert.Contains("dropped=0", result.Output);
        Assert.Equal(LoseGround.Rounds * LoseGround.PointsEach, PointsIn(store.Home));
    }

    [Theory]
    [InlineData("init")]
    [InlineData("log")]
    [InlineData("stop")]
    [InlineData("exit")]
    public void Without_room_a_training_ends_as_it_would_and_only_what_was_dropped_is_missing(string step)
    {
        using var disk = Tmpfs.MountOrSkip(megabytes: 64);
        Directory.CreateDirectory(Path.Combine(disk.Path, ".neptune"));

        var result = Lose([], Impatient, disk.Path, "room", step);

        AssertTypedErrorsOnly(result);
        if (step == "init")
        {
            Assert.Contains("init: NeptuneDiskFullException", result.Output);
            return;
        }
        Assert.Contains("is full", result.Errors);
        var dropped = int.Parse(Dropped().Match(result.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        disk.Resize(megabytes: 512);
        Assert.Equal((LoseGround.Rounds * LoseGround.PointsEach) - dropped, PointsIn(disk.Path));
    }

    [Theory]
    [InlineData("log")]
    [InlineData("stop")]
    [InlineData("exit")]
    public void When_its_store_is_removed_a_training_ends_as_it_would_and_is_told_what_became_of_its_data(string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders that are in use.");
        using var store = new TemporaryStore();

        var result = Lose([], Impatient, store.Home, "folder", step);

        AssertTypedErrorsOnly(result);
        Assert.Contains("is gone", result.Errors);
        Assert.Contains("that data is lost", result.Errors);
        Assert.DoesNotContain("is full", result.Output + result.Errors);
        Assert.DoesNotContain("safe in", result.Output + result.Errors);
        Assert.Contains("CLS-1 finished, which the store does not have: file:", result.Output);
        Assert.False(Directory.Exists(store.Folder), "A folder that somebody removed is not made again.");
    }

    [Theory]
    [InlineData("throwing logger", "log")]
    [InlineData("throwing logger", "exit")]
    [InlineData("disposed console", "log")]
    [InlineData("disposed console", "exit")]
    [InlineData("full disk", "log")]
    [InlineData("full disk", "exit")]
    public void A_warning_that_cannot_be_written_ends_no_training(string output, string step)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders that are in use.");
        using var store = new TemporaryStore();
        string[] launcher = output == "full disk" ? ["sh", "-c", "exec \"$@\" 2>/dev/full", "sh"] : [];

        var result = Lose(launcher, new(Impatient) { [BrokenOutput.Variable] = output }, store.Home, "folder", step);

        AssertTypedErrorsOnly(result);
        // It came to its end.
        Assert.Contains("dropped=", result.Output);
    }

    [Theory]
    [InlineData("place", "is gone")]
    [InlineData("access", "denied")]
    [InlineData("descriptors", "too many files open")]
    [InlineData("room", "is full")]
    public void Files_that_cannot_be_kept_are_one_warning_and_counted_and_end_no_training(string trouble, string reason)
    {
        foreach (var mode in (ConnectionMode[])[ConnectionMode.Async, ConnectionMode.Offline])
        {
            var result = LoseFiles(trouble, mode);

            var calls = Calls(result);
            Assert.All(calls.Where(call => !call.StartsWith("absent:", StringComparison.Ordinal)), call => Assert.EndsWith(": done", call));
            Assert.Equal(11, calls.Length);
            Assert.Contains(calls, call => call.StartsWith("absent: NeptuneNotFoundException", StringComparison.Ordinal));
            Assert.Contains("dropped=8", result.Output);
            var warning = Assert.Single(result.Errors.Split('\n'), line => line.Contains("NOT recorded"));
            Assert.Contains(reason, warning);
            Assert.Equal(mode == ConnectionMode.Async && trouble == "descriptors", result.Output.Contains("CLS-1 finished: "));
            Assert.Contains("8 records could not be written", result.Errors);
            Assert.Equal(trouble is "place", result.Errors.Contains("is lost"));
        }
    }

    [Theory]
    [InlineData("place", "NeptuneStoreException")]
    [InlineData("access", "NeptuneStoreException")]
    [InlineData("descriptors", "NeptuneStoreException")]
    [InlineData("room", "NeptuneDiskFullException")]
    public void In_sync_mode_a_file_that_cannot_be_kept_is_an_error(string trouble, string error)
    {
        var calls = Calls(LoseFiles(trouble, ConnectionMode.Sync));

        Assert.Equal(8, calls.Count(call => call.Contains($": {error}: ")));
        Assert.Contains(calls, call => call.StartsWith("absent: NeptuneNotFoundException", StringComparison.Ordinal));
    }

    private static ChildResult LoseFiles(string trouble, ConnectionMode mode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Takes away what Linux lets it take.");
        using var disk = trouble == "room" ? Tmpfs.MountOrSkip(megabytes: 64) : null;
        using var store = new TemporaryStore();
        var home = disk?.Path ?? store.Home;
        string[] launcher = trouble switch
        {
            "descriptors" => ["prlimit", "--nofile=256:256"],
            "access" => [.. Unprivileged.Launcher],
            _ => [],
        };
        if (trouble == "room")
            Directory.CreateDirectory(Path.Combine(home, ".neptune"));

        using var child = Child.StartBy(launcher, new Dictionary<string, string>(Impatient) { ["HOME"] = home }, home, "lose-files", trouble, $"{mode}");
        var result = child.WaitForEnd();

        if (trouble == "access")
            Run("chmod", "-R", "u+rwX", store.Folder);
        AssertTypedErrorsOnly(result);
        return result;
    }

    /// <summary>How each call ended after what was taken away.</summary>
    private static string[] Calls(ChildResult result) =>
        [.. result.Output.Split('\n').SkipWhile(line => line != "warm").Where(line => line.Contains(": ") && !line.StartsWith("[neptune]", StringComparison.Ordinal))];

    private static ChildResult Lose(string[] launcher, Dictionary<string, string> environment, string home, string trouble, string step)
    {
        using var child = Child.StartBy(launcher, environment, home, "lose-ground", trouble, step);
        return child.WaitForEnd();
    }

    private static void AssertTypedErrorsOnly(ChildResult result)
    {
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.DoesNotContain("RAW", result.Output);
        Assert.DoesNotContain("Unhandled", result.Errors);
    }

    private static int PointsIn(string home)
    {
        using var run = Neptune.Run.Init(new() { CustomRunId = "lost", StorePath = home, Project = TemporaryStore.Project, Logger = NullLogger.Instance, CaptureStdout = false, CaptureStderr = false });
        return run["loss"].FetchValues<double>().Count;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [GeneratedRegex(@"dropped=(\d+)")]
    private static partial Regex Dropped();
}
