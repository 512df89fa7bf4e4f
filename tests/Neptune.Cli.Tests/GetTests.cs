using System.Globalization;

namespace Neptune.Cli.Tests;

public sealed class GetTests : IDisposable
{
    private static readonly GitRefInfo Git = new(
        "0123456789abcdef0123456789abcdef01234567", "Fix it\n\nWhy.", "Ada", "ada@example.com", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero), "main", [], false);

    private readonly TestStore store = new();

    [Fact]
    public void Values_are_raw()
    {
        var id = store.Run(run =>
        {
            run["float"] = 1e-5;
            run["nan"] = double.NaN;
            run["int"] = long.MaxValue;
            run["bool"] = true;
            run["text"] = "größe, \"x\" [red]";
            run["time"] = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
            run["set"].Add("b", "a");
        });

        string Get(string path) => store.Ask("get", id, path).Output;

        Assert.Equal("1E-05" + Environment.NewLine, Get("float"));
        Assert.Equal("NaN" + Environment.NewLine, Get("nan"));
        Assert.Equal("9223372036854775807" + Environment.NewLine, Get("int"));
        Assert.Equal("true" + Environment.NewLine, Get("bool"));
        Assert.Equal("größe, \"x\" [red]" + Environment.NewLine, Get("text"));
        Assert.Equal("2025-01-02T03:04:05Z" + Environment.NewLine, Get("time"));
        Assert.Equal("Finished" + Environment.NewLine, Get("sys/state"));
        Assert.Equal($"a{Environment.NewLine}b{Environment.NewLine}", Get("set"));
    }

    [Fact]
    public void A_float_series_is_csv()
    {
        var time = new DateTimeOffset(2025, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
        var id = store.Run(run => run["loss"].Extend([0.5, double.NaN, 1e300], [0, 0.5, 10], [time, time, time.AddSeconds(1)]));

        var lines = store.Ask("get", id, "loss").Lines;

        Assert.Equal(["step,value,timestamp", "0,0.5,2025-01-02T03:04:05.678Z", "0.5,NaN,2025-01-02T03:04:05.678Z", "10,1E+300,2025-01-02T03:04:06.678Z"], lines);
    }

    [Fact]
    public void A_string_series_is_csv_with_quotes_where_they_are_needed()
    {
        var time = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var id = store.Run(run => run["log"].Extend(["plain", "a,b", "say \"hi\"", "two\nlines", ""], timestamps: Enumerable.Repeat(time, 5)));

        var output = store.Ask("get", id, "log").Output.ReplaceLineEndings("\n");

        Assert.Equal(
            "step,value,timestamp\n0,plain,2025-01-02T03:04:05Z\n1,\"a,b\",2025-01-02T03:04:05Z\n2,\"say \"\"hi\"\"\",2025-01-02T03:04:05Z\n3,\"two\nlines\",2025-01-02T03:04:05Z\n4,,2025-01-02T03:04:05Z\n",
            output);
    }

    [Fact]
    public void A_long_series_has_all_its_points()
    {
        var id = store.Run(run => run["loss"].Extend(Enumerable.Range(0, 100_000).Select(i => i * 0.5)));

        var lines = store.Ask("get", id, "loss").Lines;

        Assert.Equal(100_001, lines.Length);
        Assert.All(lines.Skip(1).Index(), line => Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{line.Index},{line.Index * 0.5:R},"), line.Item));
    }

    [Fact]
    public void A_file_lands_in_the_current_folder_under_the_names_of_the_run_and_its_field()
    {
        var id = store.Run(run => run["train/model"].Upload(NeptuneFile.FromText("weights", "onnx")));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        var result = store.AskIn(here, "get", id, "train/model");

        Assert.Equal(Path.Combine(here, $"{id}_model.onnx"), result.Output.TrimEnd());
        Assert.Equal([Path.Combine(here, $"{id}_model.onnx")], Directory.GetFiles(here));
        Assert.Equal("weights", File.ReadAllText(Path.Combine(here, $"{id}_model.onnx")));
    }

    [Theory]
    [InlineData("out.bin", "out.bin")]
    [InlineData("new/folder/out.bin", "new/folder/out.bin")]
    [InlineData("new/", "new/CLS-1_model.onnx")]
    public void A_file_lands_where_output_says(string output, string expected)
    {
        var id = store.Run(run => run["train/model"].Upload(NeptuneFile.FromText("weights", "onnx")));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        var result = store.AskIn(here, "get", id, "train/model", "--output", output);

        Assert.Equal(Path.GetFullPath(Path.Combine(here, expected)), result.Output.TrimEnd());
        Assert.Equal("weights", File.ReadAllText(Path.Combine(here, expected)));
    }

    [Theory]
    [InlineData("..", "CLS-1_...txt")]
    [InlineData("a\\b", "CLS-1_a_b.txt")]
    public void The_name_of_a_field_does_not_leave_the_folder(string field, string expected)
    {
        var id = store.Run(run => run[field].Upload(NeptuneFile.FromText("weights", "txt")));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        store.AskIn(here, "get", id, field);

        Assert.Equal([expected], Directory.GetFiles(here).Select(Path.GetFileName));
    }

    [Fact]
    public void The_extension_in_a_store_of_somebody_else_does_not_leave_the_folder()
    {
        var id = store.Run();
        using (var opened = Storage.Store.Open(new(store.Folder)))
        {
            var content = opened.Blobs.Import(new MemoryStream([1]), "/../../escaped");
            opened.Apply(opened.FindBySysId(id).Single().Uid, [new Core.AssignFileOperation("model", content)]);
        }
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        store.AskIn(here, "get", id, "model");

        Assert.Equal([$"{id}_model._.._.._escaped"], Directory.GetFiles(here).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_series_is_a_folder_with_a_file_per_step()
    {
        var id = store.Run(run => run["val/masks"].Extend([NeptuneFile.FromText("a", "png"), NeptuneFile.FromText("b", "png")], steps: [0, 2.5]));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        var result = store.AskIn(here, "get", id, "val/masks");
        var named = store.AskIn(here, "get", id, "val/masks", "-o", "out/deep");

        Assert.Equal(Path.Combine(here, $"{id}_masks"), result.Output.TrimEnd());
        Assert.Equal(["0.png", "2.5.png"], Directory.GetFiles(Path.Combine(here, $"{id}_masks")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Path.Combine(here, "out", "deep"), named.Output.TrimEnd());
        Assert.Equal("b", File.ReadAllText(Path.Combine(here, "out", "deep", "2.5.png")));
    }

    [Fact]
    public void A_file_set_is_a_zip()
    {
        Directory.CreateDirectory(Path.Combine(store.Home, "data", "sub"));
        File.WriteAllText(Path.Combine(store.Home, "data", "a.csv"), "a");
        File.WriteAllText(Path.Combine(store.Home, "data", "sub", "b.csv"), "b");
        var id = store.Run(run => run["inputs"].UploadFiles(Path.Combine(store.Home, "data")));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        var result = store.AskIn(here, "get", id, "inputs");

        Assert.Equal(Path.Combine(here, $"{id}_inputs.zip"), result.Output.TrimEnd());
        using var zip = System.IO.Compression.ZipFile.OpenRead(Path.Combine(here, $"{id}_inputs.zip"));
        Assert.Equal(["a.csv", "sub/b.csv"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void An_artifact_is_csv()
    {
        var file = Path.Combine(store.Home, "a,b.csv");
        File.WriteAllText(file, "hello");
        File.SetLastWriteTimeUtc(file, new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        var id = store.Run(run => run["data"].TrackFiles(file));

        Assert.Equal(
            ["path,hash,size,modified,location", $"\"a,b.csv\",aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d,5,2025-01-02T03:04:05Z,\"file://{file}\""],
            store.Ask("get", id, "data").Lines);
    }

    [Fact]
    public void A_git_ref_is_json()
    {
        var id = store.Run(run => FieldWriter.AssignGitRef(run, "git", Git));

        var json = System.Text.Json.JsonDocument.Parse(store.Ask("get", id, "git").Output).RootElement;

        Assert.Equal(Git.CommitId, json.GetProperty("commitId").GetString());
        Assert.Equal("2025-01-02T03:04:05Z", json.GetProperty("commitDate").GetString());
    }

    [Fact]
    public void Output_takes_any_value()
    {
        var id = store.Run(run => run["loss"].Append(0.5));
        var file = Path.Combine(store.Home, "loss.csv");

        var result = store.Ask("get", id, "loss", "-o", file);

        Assert.Equal(file, result.Output.TrimEnd());
        Assert.StartsWith("step,value,timestamp", File.ReadAllText(file));
    }

    [Fact]
    public void A_dash_as_output_is_stdout_for_every_type()
    {
        byte[] bytes = [0, 1, 2, 0xFF, 0x0A, 0x0D, 0x1B];
        var file = Path.Combine(store.Home, "a.csv");
        File.WriteAllText(file, "a");
        var id = store.Run(run =>
        {
            run["lr"] = 0.5;
            run["loss"].Append(0.5);
            run["log"].Append("line");
            run["tags"].Add("a");
            run["git"].Assign("none");
            run["artifact"].TrackFiles(file);
            run["file"].Upload(NeptuneFile.FromBytes(bytes, "bin"));
            run["set"].UploadFiles(file);
            run["series"].Extend([NeptuneFile.FromText("one", "txt"), NeptuneFile.FromBytes(bytes, "bin")], steps: [0, 2.5]);
        });
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;

        foreach (var path in (string[])["lr", "loss", "log", "tags", "git", "artifact"])
            Assert.Equal(store.Ask("get", id, path).Output, store.AskIn(here, "get", id, path, "--output", "-").Output);
        Assert.Equal(bytes, Piped(here, "get", id, "file", "-o", "-"));
        Assert.Equal(["a.csv: 61"], Entries(Piped(here, "get", id, "set", "-o", "-")));
        Assert.Equal(["0.txt: 6F6E65", $"2.5.bin: {Convert.ToHexString(bytes)}"], Entries(Piped(here, "get", id, "series", "-o", "-")));
        Assert.Empty(Directory.GetFileSystemEntries(here));
    }

    [Fact]
    public void A_terminal_gets_texts_only()
    {
        var id = store.Run(run =>
        {
            run["text"].Upload(NeptuneFile.FromText("one\e[31m\ntwo", "md"));
            run["bytes"].Upload(NeptuneFile.FromBytes(new byte[] { 1, 0 }, "bin"));
        });

        Assert.Equal(["one [31m", "two"], PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand("get", id, "text", "-o", "-")));
        Assert.StartsWith("neptune: \"bytes\" is no text for a terminal.", PseudoTerminal.LinesOrSkip(store.Home, TestStore.NeptuneCommand("get", id, "bytes", "-o", "-"))[0]);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_and_leaves_nothing()
    {
        var id = store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights")));
        var blocked = Path.Combine(store.Home, "blocked");
        File.WriteAllText(blocked, "");

        var result = store.Ask("get", id, "model", "--output", Path.Combine(blocked, "model.txt"));

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"neptune: {Path.Combine(blocked, "model.txt")} cannot be written:", result.Errors);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_default_name_never_replaces_another_content_and_a_given_one_does()
    {
        var id = store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights")));
        var here = Directory.CreateDirectory(Path.Combine(store.Home, "here")).FullName;
        var file = Path.Combine(here, $"{id}_model.txt");

        var first = store.AskIn(here, "get", id, "model");
        var again = store.AskIn(here, "get", id, "model");
        File.WriteAllText(file, "mine");
        var refused = store.AskIn(here, "get", id, "model");
        var named = store.AskIn(here, "get", id, "model", "-o", "other.txt");
        var over = store.AskIn(here, "get", id, "model", "-o", "other.txt");

        Assert.Equal((file, file), (first.Output.TrimEnd(), again.Output.TrimEnd()));
        Assert.Equal((1, "", $"neptune: {file} is there already and has another content. Give a destination: a file that is named is replaced."), (refused.ExitCode, refused.Output, refused.Errors.TrimEnd()));
        Assert.Equal("mine", File.ReadAllText(file));
        Assert.Equal((0, 0, "weights"), (named.ExitCode, over.ExitCode, File.ReadAllText(Path.Combine(here, "other.txt"))));
    }

    [Theory]
    [InlineData("neptune get ID model -o /dev/stdout", "weights")]
    [InlineData("neptune get ID model -o /dev/stdout > out; cat out", "weights")]
    [InlineData("echo before > out; neptune get ID model -o /dev/stdout >> out; echo after >> out; cat out", "before\nweightsafter\n")]
    [InlineData("neptune get ID model -o /dev/stdout | cat", "weights")]
    [InlineData("neptune get ID model -o /dev/fd/3 3> out; cat out", "weights")]
    [InlineData("mkfifo pipe; cat pipe & neptune get ID model -o pipe; wait", "weights")]
    [InlineData("mknod null c 1 3 2> /dev/null || { echo device; exit; }; neptune get ID model -o null; test -c null && echo device", "device\n")]
    public void A_pipe_or_a_device_is_written_to_and_nothing_else_is_printed(string script, string expected)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("The shell is that of Unix.");
        var id = store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights")));
        var start = Command.Program("bash", "-c", $"neptune() {{ dotnet {Path.Combine(AppContext.BaseDirectory, "Neptune.Cli.dll")} \"$@\"; }}; {script.Replace("ID", id, StringComparison.Ordinal)}");
        start.WorkingDirectory = store.Home;
        start.Environment["NEPTUNE_HOME"] = store.Home;

        var result = Command.Run(start);

        Assert.Equal((0, "", expected), (result.ExitCode, result.Errors, result.Output));
    }

    [Fact]
    public void A_namespace_or_an_unknown_path_is_an_error()
    {
        var id = store.Run(run => run["params/lr"] = 0.01);

        var ns = store.Ask("get", id, "params");
        var unknown = store.Ask("get", id, "lr");

        Assert.Equal((1, $"neptune: \"params\" is a namespace of {id} and no field. `neptune show {id} --path params` lists its fields."), (ns.ExitCode, ns.Errors.TrimEnd()));
        Assert.Equal((1, $"neptune: {id} has no field \"lr\". Did you mean \"params/lr\"? `neptune show {id}` lists its fields."), (unknown.ExitCode, unknown.Errors.TrimEnd()));
    }

    private static IEnumerable<string> Entries(byte[] zip)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
                packed.CopyTo(content);
            yield return $"{entry.FullName}: {Convert.ToHexString(content.ToArray())}";
        }
    }

    private byte[] Piped(string folder, params string[] arguments)
    {
        var start = TestStore.NeptuneCommand(arguments);
        start.WorkingDirectory = folder;
        start.Environment["NEPTUNE_HOME"] = store.Home;
        start.StandardOutputEncoding = null;
        using var process = System.Diagnostics.Process.Start(start)!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }

    public void Dispose() => store.Dispose();
}
