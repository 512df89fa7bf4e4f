using BenchmarkDotNet.Attributes;
using static TorchSharp.torch.utils;

namespace Neptune.Benchmarks.Append;

/// <content>The other .NET peer, measured when it is asked for: its native library needs a C compiler here.</content>
public partial class AppendBenchmarks
{
    internal const int ScalarsPerCall = 50;

    private TorchSharp.Modules.SummaryWriter? events;
    private int nextScalar;

    /// <summary>Opens an event file.</summary>
    [IterationSetup(Target = nameof(TensorBoard))]
    public void OpenEvents() => events ??= tensorboard.SummaryWriter(workspace.PathOf("events"), createRunName: false);

    /// <summary>The peer: TorchSharp's writer of TensorBoard event files.</summary>
    [Benchmark(OperationsPerInvoke = ScalarsPerCall)]
    public void TensorBoard()
    {
        for (var i = 0; i < ScalarsPerCall; i++)
            events!.add_scalar(Path, i, nextScalar++);
    }
}
