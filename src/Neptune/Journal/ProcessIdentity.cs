using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>A process, told apart from a later one of the same number.</summary>
/// <param name="Host">Its machine.</param>
/// <param name="Id">Its number there.</param>
/// <param name="Start">When it was started, in the terms of its system; <see langword="null"/> when that is not known.</param>
internal readonly record struct ProcessIdentity(string Host, int Id, string? Start)
{
    /// <summary>Of a line of <c>/proc/PID/stat</c>, behind the name, which may hold blanks and brackets: the state is the third field, the start the 22nd.</summary>
    private const int StartField = 22 - 3;

    /// <summary>States of a process that has ended and is only remembered for its parent.</summary>
    private static readonly string[] Ended = ["Z", "X", "x"];

    public static ProcessIdentity Current { get; } = new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId));

    /// <summary>Whether the process is of this machine.</summary>
    public bool IsHere => Host == Environment.MachineName;

    /// <summary>Whether the process lives on this machine, as far as can be seen from here.</summary>
    public bool Lives => IsHere && Start is not null && StartOf(Id) == Start;

    /// <summary>One line, for <see cref="TryParse"/>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Start} {Host}");

    public static bool TryParse(string text, out ProcessIdentity process)
    {
        var parts = text.Split(' ', 3);
        process = default;
        if (parts.Length < 3 || parts[2].Length == 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        process = new(parts[2], id, parts[1].Length > 0 ? parts[1] : null);
        return true;
    }

    private static string? StartOf(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() ? LinuxStart(id) : Process.GetProcessById(id).StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException || FileSystemError.Is(e))
        {
            // There is no such process, or it is not for us to see.
            return null;
        }
    }

    /// <summary>In ticks since the machine was booted, and which boot that was: other than times of day, both never change.</summary>
    private static string? LinuxStart(int id)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Length > StartField && !Ended.Contains(fields[0]) ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}/{fields[StartField]}" : null;
    }
}
