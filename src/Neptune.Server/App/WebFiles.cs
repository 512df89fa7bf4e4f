using System.Collections.Frozen;
using System.Reflection;

namespace Neptune.Server.App;

/// <summary>The files of the web app, embedded in the assembly, most of them compressed.</summary>
internal sealed class WebFiles
{
    private const string Folder = "web/";
    private const string Compressed = ".br";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".html"] = "text/html; charset=utf-8", [".svg"] = "image/svg+xml", [".png"] = "image/png", [".woff2"] = "font/woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, WebFile> files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(Of).ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);

    public WebFile? Find(string path) => files.GetValueOrDefault(path);

    private static WebFile Of(string resource)
    {
        var isCompressed = resource.EndsWith(Compressed, StringComparison.Ordinal);
        var path = resource[Folder.Length..^(isCompressed ? Compressed.Length : 0)];
        return new(path, Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream"), isCompressed, new Lazy<byte[]>(() => Read(resource)));
    }

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
