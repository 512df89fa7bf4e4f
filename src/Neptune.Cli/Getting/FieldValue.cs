using Neptune.Cli.Output;

namespace Neptune.Cli.Getting;

/// <summary>The whole value of one field.</summary>
internal sealed record FieldValue(Store Store, ObjectRecord Record, StoredField Field)
{
    /// <summary>Writes a value on one line, the points of a series as CSV, or the members of a set one per line.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has no text.</exception>
    public void WriteText(TextWriter to)
    {
        switch (Field)
        {
            case { Scalar: { } scalar }:
                to.WriteLine(FieldText.Of(scalar));
                break;
            case { Type: FieldType.FloatSeries }:
                Csv.Write(to, Store.ReadFloats(Record.Uid, Field.Path));
                break;
            case { Type: FieldType.StringSeries }:
                Csv.Write(to, Store.ReadStrings(Record.Uid, Field.Path));
                break;
            case { Type: FieldType.StringSet }:
                foreach (var member in Store.ReadStringSet(Record.Uid, Field.Path))
                    to.WriteLine(member);
                break;
            default:
                throw new NeptuneFieldTypeException(Field.Path, $"\"{Field.Path}\" is a field of type {Field.Type}, which `neptune get` does not read.");
        }
    }

    /// <summary>Writes the content of a file, or the text of any other field.</summary>
    public void WriteBytes(Stream to)
    {
        if (Field.File is { } file)
        {
            using var content = Store.Blobs.OpenRead(file.Sha256);
            content.CopyTo(to);
            return;
        }
        using var text = new StreamWriter(to, leaveOpen: true);
        WriteText(text);
    }
}
