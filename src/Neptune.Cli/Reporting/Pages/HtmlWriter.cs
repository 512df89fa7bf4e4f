using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Neptune.Cli.Output;

namespace Neptune.Cli.Reporting.Pages;

/// <summary>Writes HTML: what stands in the code is markup, and what is put into it is text, whatever it says.</summary>
internal sealed class HtmlWriter(TextWriter to)
{
    /// <summary>Writes markup with texts in it: <c>$"&lt;b&gt;{name}&lt;/b&gt;"</c>.</summary>
#pragma warning disable CA1822, IDE0060 // The handler writes as the compiler fills it.
    public void Write([InterpolatedStringHandlerArgument("")] ref Markup markup)
#pragma warning restore CA1822, IDE0060
    {
    }

    /// <summary>Writes what is markup, script or style by itself. Never anything that comes from a store.</summary>
    public void WriteTrusted(string markup) => to.Write(markup);

    /// <summary>An interpolated string of markup and texts.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly TextWriter to;

        public Markup(int literalLength, int formattedCount, HtmlWriter writer)
        {
            _ = (literalLength, formattedCount);
            to = writer.To;
        }

        public void AppendLiteral(string markup) => to.Write(markup);

        public void AppendFormatted(string? text) => WebUtility.HtmlEncode(Harmless(text ?? ""), to);

        public void AppendFormatted(int number) => to.Write(number.ToString(CultureInfo.InvariantCulture));

        /// <summary>Text that must stay what it is to the byte, because it is a document of its own.</summary>
        public void AppendFormatted(Verbatim text) => WebUtility.HtmlEncode(text.Text, to);
    }

    private TextWriter To => to;

    /// <summary>Control characters have no place in HTML, and some turn the direction of what follows.</summary>
    private static string Harmless(string text) =>
        text.Any(Breaks) ? string.Concat(text.Select(c => Breaks(c) ? ' ' : c)) : text;

    private static bool Breaks(char c) => Steering.Is(c) && c is not ('\n' or '\r' or '\t');
}
