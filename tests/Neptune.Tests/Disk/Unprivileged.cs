namespace Neptune.Tests.Disk;

/// <summary>Starts programs that permissions count for. Root may read and write everything, unless it gives that up; it stays the owner of what it has made.</summary>
internal static class Unprivileged
{
    public static IReadOnlyList<string> Launcher { get; } = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] : [];
}
