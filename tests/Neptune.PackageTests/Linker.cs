namespace Neptune.PackageTests;

/// <summary>The C compiler that links programs which are compiled ahead of time.</summary>
public static class Linker
{
    private static readonly string[] Known = ["clang", "gcc"];

    public static string Name => Known.First(IsInstalled);

    /// <summary>Skips the test where none is installed, but not in CI.</summary>
    public static void RequireOrSkip()
    {
        var found = OperatingSystem.IsLinux() && Known.Any(IsInstalled);
        if (!found && Environment.GetEnvironmentVariable("CI") is not "true")
            Assert.Skip("Needs a C compiler and zlib on Linux: run `sudo apt-get install gcc zlib1g-dev`.");
        Assert.True(found, "CI must have a C compiler.");
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
