using System.Text;

namespace Neptune.Monitoring;

/// <summary>
/// Puts what is written in pieces together to lines, so that one line is one point. A line that is drawn over and over, such as a progress bar, is one
/// line: what it showed at last. Escape sequences stay as they are.
/// </summary>
internal sealed class LineBuffer(Action<string> emit)
{
    /// <summary>A line longer than this is passed on in parts, so that output without line ends does not pile up.</summary>
    private const int LongestLine = 1 << 16;

    private readonly StringBuilder line = new();

    /// <summary>The last character went back to the start of the line; whether that ends the line or draws it anew is for the next one to say.</summary>
    private bool isAtStart;

    public void Feed(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOfAny('\r', '\n');
            Append(end < 0 ? text : text[..end]);
            if (end < 0)
            {
                if (line.Length >= LongestLine)
                    Flush();
                return;
            }
            if (text[end] == '\n')
                Flush();
            else
                isAtStart = true;
            text = text[(end + 1)..];
        }
    }

    /// <summary>Passes on what has no line end yet.</summary>
    public void Finish()
    {
        if (line.Length > 0)
            Flush();
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return;
        if (isAtStart)
            line.Clear();
        isAtStart = false;
        line.Append(text);
    }

    private void Flush()
    {
        var complete = line.ToString();
        line.Clear();
        isAtStart = false;
        emit(complete);
    }
}
