using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Neptune.Monitoring;

/// <summary>The machine, as Windows describes it.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsUsage : MachineUsage
{
    protected override (double Busy, double Total) ReadCpu()
    {
        // The time in the kernel includes the idle time.
        if (!GetSystemTimes(out var idle, out var kernel, out var user))
            throw new IOException(new Win32Exception().Message);
        return (kernel - idle + user, kernel + user);
    }

    protected override double ReadMemory()
    {
        var status = new MemoryStatus { Length = (uint)Marshal.SizeOf<MemoryStatus>() };
        if (!GlobalMemoryStatusEx(ref status))
            throw new IOException(new Win32Exception().Message);
        return status.TotalPhysical - status.AvailablePhysical;
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetSystemTimes(out long idle, out long kernel, out long user);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GlobalMemoryStatusEx(ref MemoryStatus status);

    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryStatus
    {
        public uint Length;
        public uint Load;
        public ulong TotalPhysical;
        public ulong AvailablePhysical;
        public ulong TotalPageFile;
        public ulong AvailablePageFile;
        public ulong TotalVirtual;
        public ulong AvailableVirtual;
        public ulong AvailableExtendedVirtual;
    }
}
