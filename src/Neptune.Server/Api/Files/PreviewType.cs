namespace Neptune.Server.Api;

/// <summary>The media types that previews have, by the ends of names. All else is plain text if it is shown at all.</summary>
internal static class PreviewType
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["png"] = "image/png", ["jpg"] = "image/jpeg", ["jpeg"] = "image/jpeg", ["gif"] = "image/gif", ["webp"] = "image/webp", ["bmp"] = "image/bmp", ["svg"] = "image/svg+xml",
        ["html"] = "text/html; charset=utf-8", ["htm"] = "text/html; charset=utf-8",
        ["mp4"] = "video/mp4", ["webm"] = "video/webm", ["mp3"] = "audio/mpeg", ["wav"] = "audio/wav", ["ogg"] = "audio/ogg",
    };

    public static string Of(string name) => Types.GetValueOrDefault(Path.GetExtension(name).TrimStart('.'), "text/plain; charset=utf-8");
}
