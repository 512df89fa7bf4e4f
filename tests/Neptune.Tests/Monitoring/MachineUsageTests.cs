using Neptune.Monitoring;

namespace Neptune.Tests.Monitoring;

public sealed class MachineUsageTests : IDisposable
{
    private readonly FakeLinux machine = new();
    private readonly SettableTime time = new();

    [Fact]
    public void Without_limits_it_is_the_machine()
    {
        var usage = Usage();
        Assert.Null(usage.CpuPercent());

        machine.Write("proc/stat", "cpu  175 0 100 225 0 0 0 0 0 0\n");

        Assert.Equal(75.0, usage.CpuPercent());
        Assert.Equal(4.096, usage.MemoryGigabytes(), 9);
    }

    [Fact]
    public void An_idle_machine_is_a_zero_and_no_gap()
    {
        var usage = Usage();
        usage.CpuPercent();

        machine.Write("proc/stat", "cpu  100 0 100 300 0 0 0 0 0 0\n");

        Assert.Equal(0.0, usage.CpuPercent());
    }

    [Fact]
    public void In_a_version_2_container_cpu_is_of_the_quota_and_memory_of_the_container()
    {
        machine.WithVersion2("/")
            .Write("sys/fs/cgroup/cpu.max", "50000 100000\n")
            .Write("sys/fs/cgroup/cpu.stat", "usage_usec 1000000\nuser_usec 1\n")
            .Write("sys/fs/cgroup/memory.max", "1000000000\n")
            .Write("sys/fs/cgroup/memory.current", "700000000\n")
            .Write("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 200000000\n");
        var usage = Usage();
        usage.CpuPercent();

        machine.Write("sys/fs/cgroup/cpu.stat", "usage_usec 3000000\n");
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(40.0, usage.CpuPercent()!.Value, 9);
        Assert.Equal(0.5, usage.MemoryGigabytes(), 9);
    }

    [Fact]
    public void In_a_version_1_container_cpu_is_of_the_quota_and_memory_of_the_container()
    {
        machine.WithVersion1("/docker/4711", mountRoot: "/docker/4711")
            .Write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "150000\n")
            .Write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
            .Write("sys/fs/cgroup/cpu,cpuacct/cpuacct.usage", "2000000000\n")
            .Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000000000\n")
            .Write("sys/fs/cgroup/memory/memory.usage_in_bytes", "700000000\n")
            .Write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file 100000000\n");
        var usage = Usage();
        usage.CpuPercent();

        machine.Write("sys/fs/cgroup/cpu,cpuacct/cpuacct.usage", "3500000000\n");
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(50.0, usage.CpuPercent()!.Value, 9);
        Assert.Equal(0.6, usage.MemoryGigabytes(), 9);
    }

    [Fact]
    public void The_tightest_limit_above_the_process_counts()
    {
        machine.WithVersion2("/pod/container")
            .Write("sys/fs/cgroup/pod/memory.max", "2000000000\n")
            .Write("sys/fs/cgroup/pod/memory.current", "900000000\n")
            .Write("sys/fs/cgroup/pod/container/memory.max", "max\n")
            .Write("sys/fs/cgroup/pod/container/memory.current", "300000000\n")
            .Write("sys/fs/cgroup/pod/container/cpu.max", "max 100000\n");

        Assert.Equal(0.9, Usage().MemoryGigabytes(), 9);
        Assert.Equal((null, 2_000_000_000), (ControlGroup.Find(machine.Root)!.CpuLimit, ControlGroup.Find(machine.Root)!.MemoryLimit));
    }

    [Theory]
    [InlineData("400000 100000", "9223372036854771712")]
    [InlineData("max 100000", "max")]
    public void A_limit_beyond_the_machine_limits_nothing(string cpu, string memory)
    {
        machine.WithVersion2("/")
            .Write("sys/fs/cgroup/cpu.max", cpu)
            .Write("sys/fs/cgroup/cpu.stat", "usage_usec 0\n")
            .Write("sys/fs/cgroup/memory.max", memory)
            .Write("sys/fs/cgroup/memory.current", "1\n");

        var usage = Usage();
        usage.CpuPercent();
        machine.Write("proc/stat", "cpu  175 0 100 225 0 0 0 0 0 0\n");

        Assert.Equal(75.0, usage.CpuPercent());
        Assert.Equal(4.096, usage.MemoryGigabytes(), 9);
    }

    [Theory]
    [InlineData("/../../elsewhere")]
    [InlineData("/not/mounted/here")]
    public void A_group_that_cannot_be_seen_from_inside_is_the_one_at_the_mount(string group)
    {
        machine.WithVersion2(group)
            .Write("sys/fs/cgroup/memory.max", "1000000000\n")
            .Write("sys/fs/cgroup/memory.current", "700000000\n");

        Assert.Equal(0.7, Usage().MemoryGigabytes(), 9);
    }

    [Fact]
    public void This_machine_tells_what_it_uses()
    {
        var usage = MachineUsage.OfThisMachine();

        Assert.InRange(usage.MemoryGigabytes(), 0.01, 100_000);
    }

    public void Dispose() => machine.Dispose();

    private LinuxUsage Usage() => new(machine.Root, time);
}
