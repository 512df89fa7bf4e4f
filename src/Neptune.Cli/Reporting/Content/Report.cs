namespace Neptune.Cli.Reporting.Content;

/// <summary>What a report is about, ready to be written in whatever form: nothing in it has to be looked up any more.</summary>
/// <param name="Made">When it was gathered.</param>
/// <param name="Objects">What is reported; everything below refers to them by their place in this list.</param>
/// <param name="Metrics">Numbers that were logged once.</param>
/// <param name="Parameters">What the objects were given.</param>
/// <param name="Environment">What they ran on and were made of.</param>
/// <param name="Curves">Series that show how training went.</param>
/// <param name="Monitoring">Series that show how the machine did.</param>
/// <param name="Figures">Charts and pictures that were logged as files, those of one path beside each other.</param>
/// <param name="Tables">Small tables that were logged as files.</param>
/// <param name="Texts">Small texts that were logged as files.</param>
/// <param name="Files">All files, also those that are not shown.</param>
internal sealed record Report(
    DateTimeOffset Made,
    IReadOnlyList<ReportedObject> Objects,
    IReadOnlyList<ValueRow> Metrics,
    IReadOnlyList<ValueRow> Parameters,
    IReadOnlyList<ValueRow> Environment,
    IReadOnlyList<CurveChart> Curves,
    IReadOnlyList<CurveChart> Monitoring,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<DataTable> Tables,
    IReadOnlyList<TextFile> Texts,
    IReadOnlyList<ReportedFile> Files);
