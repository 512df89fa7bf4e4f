namespace Neptune.Tests.Monitoring;

/// <summary>A folder that looks like the root of a Linux machine with two processors and 8 GB, half of the memory in use.</summary>
public sealed class FakeLinux : IDisposable
{
    public FakeLinux()
    {
        Write("proc/stat", "cpu  100 0 100 200 0 0 0 0 0 0\ncpu0 50 0 50 100 0 0 0 0 0 0\ncpu1 50 0 50 100 0 0 0 0 0 0\nintr 1\n");
        Write("proc/meminfo", "MemTotal:       8000000 kB\nMemFree:        1000000 kB\nMemAvailable:   4000000 kB\n");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("neptune-linux-").FullName;

    public FakeLinux WithVersion2(string group)
    {
        Write("proc/self/cgroup", $"0::{group}\n");
        Write("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n");
        return this;
    }

    public FakeLinux WithVersion1(string group, string mountRoot = "/")
    {
        Write("proc/self/cgroup", $"12:memory:{group}\n5:cpu,cpuacct:{group}\n1:name=systemd:{group}\n0::/system.slice\n");
        Write("proc/self/mountinfo", $"""
            32 31 0:29 {mountRoot} /sys/fs/cgroup/cpu,cpuacct rw,relatime - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 {mountRoot} /sys/fs/cgroup/memory rw,relatime shared:4 - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw

            """);
        return this;
    }

    public FakeLinux Write(string file, string content)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
