using System.Diagnostics;

namespace Neptune.Tests.Disk;

/// <summary>A small file system in memory, to be filled or made read-only. Needs root on Linux.</summary>
public sealed class Tmpfs : IDisposable
{
    private Tmpfs(string path) => Path = path;

    public string Path { get; }

    /// <summary>Mounts one; skips the test where that is not possible, but not in CI.</summary>
    public static Tmpfs MountOrSkip(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("neptune-tmpfs-").FullName;
        var mounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path);
        if (!mounted && Environment.GetEnvironmentVariable("CI") is not "true")
            Assert.Skip("Needs root on Linux to mount a tmpfs: run `sudo dotnet test`.");
        Assert.True(mounted, "CI must be able to mount a tmpfs.");
        return new Tmpfs(path);
    }

    public void Resize(int megabytes) => Assert.True(Run("mount", "-o", $"remount,size={megabytes}m", Path));

    /// <summary>Read-only for everybody, also while files in it are still open.</summary>
    public void MakeReadOnly() => Assert.True(Run("mount", "--bind", Path, Path) && Run("mount", "-o", "remount,bind,ro", Path));

    public void Dispose()
    {
        while (Run("umount", "-l", Path))
        {
            // A bind mount lies over the first one; both go.
        }
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
