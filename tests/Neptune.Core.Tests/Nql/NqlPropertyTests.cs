using CsCheck;
using Neptune.Core.Nql;

namespace Neptune.Core.Tests.Nql;

public sealed class NqlPropertyTests
{
    [Fact]
    public void Any_text_is_a_query_or_an_error_with_its_place() => NqlGen.AnyText.Sample(text =>
    {
        try
        {
            NqlParser.Parse(text);
        }
        catch (NeptuneQueryException error)
        {
            Assert.InRange(error.Position, 0, text.Length);
            Assert.DoesNotContain(error.Message, char.IsControl);
        }
    }, iter: 20_000);

    [Fact]
    public void What_is_printed_is_parsed_to_the_same_query() => NqlGen.AnyNode.Sample(node =>
        Assert.Equal(node, NqlParser.Parse(NqlPrinter.Print(node))), iter: 5_000);

    [Fact]
    public void Printing_the_canonical_form_changes_nothing() => NqlGen.AnyNode.Sample(node =>
    {
        var canonical = NqlPrinter.Print(node);

        Assert.Equal(canonical, NqlPrinter.Print(NqlParser.Parse(canonical)));
    }, iter: 5_000);
}
