using System.Diagnostics;

namespace Neptune.Storage.Tests;

/// <summary>A file system of its own in memory, which can be filled up or made read-only. Takes root on Linux.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder mountPoint = new();

    private SmallDisk()
    {
    }

    public string Folder => mountPoint["a store; 100% #1?"];

    public string Path => mountPoint.Path;

    /// <summary>Mounts the disk; skips the test where that is not allowed, except in CI, where it must be.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path))
            return disk;
        disk.mountPoint.Dispose();
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail("CI must run this test as root on Linux, which can mount a tmpfs.");
        Assert.Skip("Mounting a tmpfs takes root on Linux.");
        return disk;
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        Assert.True(Run("umount", Path));
        mountPoint.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
