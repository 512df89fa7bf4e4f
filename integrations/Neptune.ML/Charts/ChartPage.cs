using System.Net;

namespace Neptune.ML.Charts;

/// <summary>
/// A chart as one HTML file: to zoom, to read values off, to switch lines off. It brings its script along and forbids itself the
/// network, so it works offline, and in a frame with <c>sandbox="allow-scripts"</c>.
/// </summary>
internal static class ChartPage
{
    private const int HeightOfName = 12;
    private const int HeightOfRest = 160;

    public static string Of(Chart chart) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(chart.Title)}}</title>
        <style>html, body, #chart { height: 100%; margin: 0; font-family: system-ui, sans-serif } #chart { min-height: {{LeastHeight(chart)}}px }</style>
        </head>
        <body>
        <div id="chart"><noscript>This chart is drawn by JavaScript, which is switched off.</noscript></div>
        <script id="figure" type="application/json">{{PlotlyFigure.Of(chart)}}</script>
        <!-- plotly.js, © Plotly, Inc., MIT licence, compressed -->
        <script id="plotly" type="application/gzip">{{PlotlyScript.Base64}}</script>
        <script>
        const draw = async () => {
          const bytes = Uint8Array.from(atob(document.getElementById("plotly").textContent), c => c.charCodeAt(0));
          const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
          const script = document.createElement("script");
          script.textContent = await new Response(plain).text();
          document.head.append(script);
          const figure = JSON.parse(document.getElementById("figure").textContent);
          await Plotly.newPlot("chart", figure.data, figure.layout, { responsive: true, displaylogo: false });
        };
        draw().then(
          () => document.body.dataset.chart = "drawn",
          error => document.getElementById("chart").textContent = `This browser cannot draw the chart: ${error}`);
        </script>
        </body>
        </html>

        """;

    /// <summary>In pixels: a window that is too low for the names of an axis scrolls, or they would be on top of each other.</summary>
    private static int LeastHeight(Chart chart) => chart.Y.Labels is { } names ? HeightOfRest + (names.Count * HeightOfName) : 0;
}
