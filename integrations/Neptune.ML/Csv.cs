using System.Globalization;
using System.Text;

namespace Neptune.ML;

/// <summary>A table as CSV text (RFC 4180): invariant numbers that read back exactly, texts in quotes where they need them.</summary>
internal sealed class Csv
{
    private readonly StringBuilder text = new();

    public Csv(params IEnumerable<string> header) => Add(header);

    public void Add(params IEnumerable<object?> row) => text.AppendJoin(',', row.Select(Cell)).Append('\n');

    public override string ToString() => text.ToString();

    private static string Cell(object? value)
    {
        var cell = value switch
        {
            null => "",
            float real => real.ToString("R", CultureInfo.InvariantCulture),
            double real => real.ToString("R", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
