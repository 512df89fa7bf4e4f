using System.Diagnostics;
using System.Net.Sockets;

namespace Neptune.Tests.Files;

/// <summary>Makes what stands in folders and is no file.</summary>
internal static class SpecialFile
{
    public static string Pipe(string path)
    {
        Assert.True(Run("mkfifo", path));
        return path;
    }

    /// <summary>A socket, whose file goes with it.</summary>
    public static IDisposable Socket(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }

    /// <summary>A node for the device that takes everything.</summary>
    public static string NullDeviceOrSkip(string path) => DeviceOrSkip(path, "c", "1", "3");

    /// <summary>A node for a disk that there need not be.</summary>
    public static string DiskOrSkip(string path) => DeviceOrSkip(path, "b", "7", "200");

    public static void SkipWhereThereAreNone()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Pipes, sockets and devices do not stand in folders on Windows.");
    }

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    public static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static string DeviceOrSkip(string path, params string[] device)
    {
        var made = OperatingSystem.IsLinux() && Run("mknod", [path, .. device]);
        if (!made && Environment.GetEnvironmentVariable("CI") is not "true")
            Assert.Skip("Needs root on Linux to make a device: run `sudo dotnet test`.");
        Assert.True(made, "CI must be able to make a device.");
        return path;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
