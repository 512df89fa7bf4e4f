using System.Runtime.InteropServices;

namespace Neptune.Monitoring;

/// <summary>NVIDIA's management library, where a driver has installed it. Source: NVML API reference, device queries.</summary>
internal static class Nvml
{
    private const int Success = 0;
    private const int UuidLength = 96;
    private const double MilliwattsPerWatt = 1000;

    private delegate int InitFunction();

    private delegate int CountFunction(out uint count);

    private delegate int HandleFunction(uint index, out nint card);

    private delegate int UtilizationFunction(nint card, out Utilization utilization);

    private delegate int MemoryFunction(nint card, out Memory memory);

    private delegate int PowerFunction(nint card, out uint milliwatts);

    private delegate int UuidFunction(nint card, [Out] byte[] uuid, uint length);

    private static string LibraryName => OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1";

    /// <summary>The library stays loaded as long as the process lives.</summary>
    /// <returns><see langword="null"/> when there is no driver, or it finds no card.</returns>
    public static GpuFunctions? Load()
    {
        if (!NativeLibrary.TryLoad(LibraryName, out var library))
            return null;
        if (Function<InitFunction>(library, "nvmlInit_v2")() != Success)
            return null;
        var (count, handle) = (Function<CountFunction>(library, "nvmlDeviceGetCount_v2"), Function<HandleFunction>(library, "nvmlDeviceGetHandleByIndex_v2"));
        var (utilization, memory) = (Function<UtilizationFunction>(library, "nvmlDeviceGetUtilizationRates"), Function<MemoryFunction>(library, "nvmlDeviceGetMemoryInfo"));
        var (power, uuid) = (Function<PowerFunction>(library, "nvmlDeviceGetPowerUsage"), Function<UuidFunction>(library, "nvmlDeviceGetUUID"));
        return new GpuFunctions(
            () => count(out var cards) == Success ? (int)cards : 0,
            card => handle((uint)card, out var at) == Success ? UuidOf(uuid, at) : null,
            card => handle((uint)card, out var at) == Success && utilization(at, out var rates) == Success ? rates.Gpu : null,
            card => handle((uint)card, out var at) == Success && memory(at, out var bytes) == Success ? bytes.Used : null,
            card => handle((uint)card, out var at) == Success && power(at, out var milliwatts) == Success ? milliwatts / MilliwattsPerWatt : null);
    }

    private static string? UuidOf(UuidFunction uuid, nint card)
    {
        var text = new byte[UuidLength];
        return uuid(card, text, UuidLength) == Success ? System.Text.Encoding.ASCII.GetString(text).TrimEnd('\0') : null;
    }

    private static T Function<T>(nint library, string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(library, name));

    [StructLayout(LayoutKind.Sequential)]
    private struct Utilization
    {
        public uint Gpu;
        public uint Memory;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Memory
    {
        public ulong Total;
        public ulong Free;
        public ulong Used;
    }
}
