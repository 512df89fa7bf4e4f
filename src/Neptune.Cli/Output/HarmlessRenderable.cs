using Spectre.Console.Rendering;

namespace Neptune.Cli.Output;

/// <summary>What a library draws, with text that cannot steer the terminal; the control sequences of the library itself do.</summary>
internal sealed class HarmlessRenderable(IRenderable drawn) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => drawn.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        drawn.Render(options, maxWidth).Select(segment => segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(OneLine.Of(segment.Text), segment.Style));
}
