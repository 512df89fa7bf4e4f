using System.IO.Compression;
using System.Security.Cryptography;

namespace Neptune.Server.Tests;

/// <summary>A store with a run that has a field of every type, with the values that are hard to carry, in a project whose name is hard to write.</summary>
public sealed class SampleStore : IDisposable
{
    public const string Workspace = "équipe";
    public const string Name = "50% off \"x\" +1";
    public const string OddPath = "odd/a%2Fb \"q\" +ü#?";
    public const string Html = "<script>document.title='ran'</script>";

    public static readonly DateTimeOffset Now = new(2030, 5, 17, 12, 0, 0, 123, TimeSpan.Zero);

    /// <summary>999 characters and then one of two halves.</summary>
    public static readonly string Long = new string('x', 999) + "🚀" + new string('y', 1000);

    public static readonly byte[] Bytes = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

    public SampleStore()
    {
        Store = Store.Open(new(Folder));
        Project = Store.EnsureProject(new(Workspace, Name), "ada", Now, "ODD");
        Run = NewRun();
        Apply(Run, [.. Fields()]);
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("neptune-server-").FullName;

    public string Folder => Path.Combine(Home, ".neptune");

    internal Store Store { get; }

    internal ProjectRecord Project { get; }

    internal ObjectRecord Run { get; }

    /// <summary>The project in addresses.</summary>
    public static string ProjectPath => $"api/v2/projects/{Uri.EscapeDataString(Workspace)}/{Uri.EscapeDataString(Name)}";

    /// <summary>The run in addresses.</summary>
    public string RunPath => $"{ProjectPath}/objects/{Run.SysId}";

    internal ObjectRecord NewRun(params Operation[] operations)
    {
        var run = Store.CreateRun(Project, null, "ada", Now).Record;
        Apply(run, operations);
        return run;
    }

    internal void Apply(ObjectRecord record, params Operation[] operations) => Assert.Empty(Store.Apply(record.Uid, operations).Errors);

    internal FileContent Content(byte[] bytes, string extension) => Store.Blobs.Import(new MemoryStream(bytes), extension);

    /// <summary>Changes one byte in the middle of a content.</summary>
    public void Damage(byte[] content)
    {
        using var stored = (FileStream)Store.Blobs.OpenParts(Convert.ToHexStringLower(SHA256.HashData(content)));
        var file = stored.Name;
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    private IEnumerable<Operation> Fields()
    {
        yield return new AssignOperation("s/int", ScalarValue.Int(long.MaxValue));
        yield return new AssignOperation("s/exact", ScalarValue.Int(1L << 53));
        yield return new AssignOperation("s/inexact", ScalarValue.Int(-(1L << 53) - 1));
        yield return new AssignOperation("s/float", ScalarValue.Float(0.1));
        yield return new AssignOperation("s/nan", ScalarValue.Float(double.NaN));
        yield return new AssignOperation("s/infinity", ScalarValue.Float(double.PositiveInfinity));
        yield return new AssignOperation("s/minus", ScalarValue.Float(double.NegativeInfinity));
        yield return new AssignOperation("s/zero", ScalarValue.Float(-0.0));
        yield return new AssignOperation("s/bool", ScalarValue.Bool(true));
        yield return new AssignOperation("s/text", ScalarValue.String("line 1\r\n\"line\", 2 é <b>"));
        yield return new AssignOperation("s/long", ScalarValue.String(Long));
        yield return new AssignOperation("s/time", ScalarValue.Datetime(Now));
        yield return new AssignOperation(OddPath, ScalarValue.Int(7));
        yield return new AddStringsOperation("sys/tags", ["a,b", "ünï \"q\"", "50%"]);
        yield return Floats("m/loss", 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.1);
        yield return Floats("m/curve", [.. Enumerable.Range(0, 5000).Select(i => Math.Sin(i / 100.0))]);
        yield return new AppendFloatsOperation("m/empty", new FloatPoints());
        yield return new AppendStringsOperation("log", [.. Enumerable.Range(0, 3000).Select(i => new StringPoint(i, i % 100 == 7 ? $"Warning, \"{i}\"" : $"line {i}\n", Now.UtcTicks + (i * TimeSpan.TicksPerMillisecond)))]);
        yield return new AssignFileOperation("f/bytes", Content(Bytes, "bin"));
        yield return new AssignFileOperation("f/page", Content(Encoding.UTF8.GetBytes(Html), "html"));
        yield return new AssignFileOperation("f/zip", Content(Zip(), "zip"));
        yield return new AssignFileOperation("f/notzip", Content("no zip"u8.ToArray(), "zip"));
        yield return new AddFilesOperation("f/set", [InSet("sub/ö %2F\"q\".txt", "set 1"), InSet("b.html", Html)], Replace: false);
        yield return new AppendFilesOperation("f/series", [new(0, Content("p0"u8.ToArray(), "txt"), Now.UtcTicks, "first", "the first"), new(2.5, Content("p2"u8.ToArray(), "png"), Now.UtcTicks, null, null)]);
        yield return new TrackFilesOperation("f/artifact", [new("data/a.csv", new string('a', 40), 12, Now, "file:///data/a.csv", ArtifactFileType.Local)], Replace: true);
        yield return new AssignGitRefOperation("git", new(new string('c', 40), "Fix \"it\"", "Ada", "ada@example.org", Now, null, ["https://example.org/r.git"], Dirty: true));
    }

    private SetFile InSet(string name, string text) => new(name, Content(Encoding.UTF8.GetBytes(text), Path.GetExtension(name).TrimStart('.')), Now.UtcTicks);

    private static AppendFloatsOperation Floats(string path, params double[] values)
    {
        var points = new FloatPoints();
        for (var i = 0; i < values.Length; i++)
            points.Add(i, values[i], Now.UtcTicks + (i * TimeSpan.TicksPerSecond));
        return new(path, points);
    }

    private static byte[] Zip()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["../x", "/etc/passwd", "a/b.txt", "C:\\x"])
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write($"content of {name}");
            }
            zip.CreateEntry("folder/");
        }
        return to.ToArray();
    }
}
