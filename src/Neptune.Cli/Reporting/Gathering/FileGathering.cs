using Neptune.Cli.Output;
using Neptune.Cli.Reporting.Content;

namespace Neptune.Cli.Reporting.Gathering;

/// <summary>Reads the files of objects that can be shown: charts, pictures, small tables and texts. The others are listed.</summary>
internal sealed class FileGathering(Store store, IReadOnlyList<GatheredObject> objects)
{
    private const long LargestPage = 8_000_000;
    private const long LargestPicture = 8_000_000;
    private const long LargestTable = 256_000;
    private const long LargestText = 64_000;

    /// <summary>Of what is shown in frames and as pictures, so that the page can be opened and sent.</summary>
    private const long AllBytes = 40_000_000;

    private static readonly Dictionary<string, string> PictureTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["gif"] = "image/gif",
        ["webp"] = "image/webp",
        ["svg"] = "image/svg+xml",
    };

    private static readonly string[] TextTypes = ["json", "txt", "md", "yaml", "yml", "xml"];

    /// <summary>What a run is made of is listed and not shown.</summary>
    private static readonly string[] OnlyListed = ["source_code", "monitoring"];

    private readonly List<Figure> figures = [];
    private readonly List<DataTable> tables = [];
    private readonly List<TextFile> texts = [];
    private readonly List<ReportedFile> files = [];
    private long room = AllBytes;

    public IReadOnlyList<Figure> Figures => figures;

    public IReadOnlyList<DataTable> Tables => tables;

    public IReadOnlyList<TextFile> Texts => texts;

    public IReadOnlyList<ReportedFile> Files => files;

    public void Read()
    {
        foreach (var of in objects)
        {
            foreach (var field in of.Fields)
            {
                if (field.File is { } file)
                    files.Add(new(of.Place, field.Path, file.Size, file.Extension.Length > 0 ? file.Extension : "file", NoteOf(() => Read(of, field, file))));
                else if (field is { Type: FieldType.FileSeries or FieldType.FileSet or FieldType.Artifact, Content: { } content })
                    files.Add(new(of.Place, field.Path, content.Size, TypeOf(field), field.Type == FieldType.FileSeries && content.Count > 0 ? NoteOf(() => ReadLast(of, field, content.LastStep)) : ""));
            }
        }
    }

    /// <summary>A file that is damaged or gone is one row of the report that says so.</summary>
    private static string NoteOf(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is NeptuneException or IOException)
        {
            return $"cannot be read: {e.Message}";
        }
    }

    /// <summary>Reads a file if it can be shown.</summary>
    /// <returns>Why it is not shown though its type can be; empty otherwise.</returns>
    private string Read(GatheredObject of, StoredField field, FileContent file)
    {
        if (OnlyListed.Any(ns => FieldPath.IsWithin(field.Path, ns)) || IsPictureOfChart(of, field.Path))
            return "";
        var extension = file.Extension.ToLowerInvariant();
        if (extension is "html" or "htm")
            return ReadPage(of, field.Path, file);
        if (PictureTypes.TryGetValue(extension, out var mediaType))
            return ReadPicture(new(of.Place, field.Path, mediaType, []), file);
        if (extension is "csv" or "tsv")
            return ReadTable(of, field.Path, file, extension == "tsv" ? "\t" : ",");
        return TextTypes.Contains(extension) ? ReadText(of, field.Path, file, extension) : "";
    }

    /// <summary>Neptune.ML.Pictures logs each chart as a picture too.</summary>
    private static bool IsPictureOfChart(GatheredObject of, string path) =>
        path.Contains("pictures/", StringComparison.Ordinal) && path.Replace("pictures/", "charts/", StringComparison.Ordinal) is var chart && of.Fields.Any(field => field.Path == chart);

    private string ReadPage(GatheredObject of, string path, FileContent file)
    {
        if (TooLarge(file, LargestPage) is { Length: > 0 } reason)
            return reason;
        var html = System.Text.Encoding.UTF8.GetString(Content(file));
        if (ChartPage.FigureOf(html) is { } json)
        {
            figures.Add(new PlotlyFigure(of.Place, path, json));
            return "";
        }
        if (NoRoom(file) is { Length: > 0 } full)
            return full;
        figures.Add(new PageFigure(of.Place, path, html));
        return "";
    }

    private string ReadPicture(PictureFigure picture, FileContent file)
    {
        var reason = TooLarge(file, LargestPicture) is { Length: > 0 } large ? large : NoRoom(file);
        if (reason.Length == 0)
            figures.Add(picture with { Content = Content(file) });
        return reason;
    }

    /// <summary>Of a series of pictures the last one is shown.</summary>
    private string ReadLast(GatheredObject of, StoredField field, double lastStep) =>
        store.ReadFilePoints(of.Record.Uid, field.Path, lastStep, lastStep) is [.., { } last] && PictureTypes.TryGetValue(last.Content.Extension, out var mediaType)
            ? ReadPicture(new(of.Place, field.Path, mediaType, [], last.Step), last.Content)
            : "";

    private string ReadTable(GatheredObject of, string path, FileContent file, string separator)
    {
        if (TooLarge(file, LargestTable) is { Length: > 0 } reason)
            return reason;
        using var content = store.Blobs.OpenRead(file.Sha256);
        if (TableFile.Read(of.Place, path, content, separator) is not { } table)
            return "no table that can be read";
        tables.Add(table);
        return "";
    }

    private string ReadText(GatheredObject of, string path, FileContent file, string extension)
    {
        if (TooLarge(file, LargestText) is { Length: > 0 } reason)
            return reason;
        var text = System.Text.Encoding.UTF8.GetString(Content(file));
        texts.Add(new(of.Place, path, extension == "json" ? JsonLayout.Of(text) : text));
        return "";
    }

    private byte[] Content(FileContent file)
    {
        using var content = store.Blobs.OpenRead(file.Sha256);
        var bytes = new byte[file.Size];
        content.ReadExactly(bytes);
        return bytes;
    }

    private string NoRoom(FileContent file)
    {
        if (file.Size > room)
            return $"left out: the page has {ByteSize.Of(AllBytes)} of files already";
        room -= file.Size;
        return "";
    }

    private static string TooLarge(FileContent file, long limit) => file.Size > limit ? $"left out: larger than {ByteSize.Of(limit)}" : "";

    private static string TypeOf(StoredField field) => field.Type switch
    {
        FieldType.FileSeries => "file series",
        FieldType.FileSet => "file set",
        _ => "artifact",
    };
}
