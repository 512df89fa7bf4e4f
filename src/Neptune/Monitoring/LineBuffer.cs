using System.Text;

namespace Neptune.Monitoring;

/// <summary>Puts what is written in pieces together to lines, so that one line is one point. Escape sequences stay as they are.</summary>
internal sealed class LineBuffer(Action<string> emit)
{
    /// <summary>A line longer than this is passed on in parts, so that output without line ends does not pile up.</summary>
    private const int LongestLine = 1 << 16;

    private readonly StringBuilder line = new();

    public void Feed(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOf('\n');
            line.Append(end < 0 ? text : text[..end]);
            if (end >= 0 || line.Length >= LongestLine)
                Flush();
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    /// <summary>Passes on what has no line end yet.</summary>
    public void Finish()
    {
        if (line.Length > 0)
            Flush();
    }

    private void Flush()
    {
        if (line.Length > 0 && line[^1] == '\r')
            line.Length--;
        var complete = line.ToString();
        line.Clear();
        emit(complete);
    }
}
