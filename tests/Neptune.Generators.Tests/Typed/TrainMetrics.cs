namespace Neptune.Generators.Tests.Typed;

[NeptuneNamespace("train")]
public sealed partial class TrainMetrics
{
    public FloatSeries Loss { get; }

    public StringSeries Log { get; }

    public FileSeries Samples { get; }

    public StringSet Labels { get; }

    public FileSet Sources { get; }

    public Artifact Data { get; }

    public NeptuneFile Plot { get; }
}
