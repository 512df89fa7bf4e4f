using CsCheck;
using Neptune.Core.Nql;

namespace Neptune.Core.Tests.Nql;

public sealed class NqlRequiredTextTests
{
    [Theory]
    [InlineData("sgd 77$", "sgd 77")]
    [InlineData("^run of sgd \\d+$", "run of sgd ")]
    [InlineData("v1\\.2", "v1.2")]
    [InlineData("colou?r map", "r map")]
    [InlineData("ab+c", "ab")]
    [InlineData("ab*cde", "cde")]
    [InlineData("ab{2,3}", "a")]
    [InlineData("(?:one|two) three", " three")]
    [InlineData("[^a|b]x(y(z))", "x")]
    [InlineData("one|two", "")]
    [InlineData("(?i)forest", "")]
    [InlineData("\\x41", "")]
    [InlineData("[a-z-[m]]b", "")]
    [InlineData("[^]]", "")]
    [InlineData("[]a]b", "")]
    [InlineData("", "")]
    public void The_longest_text_of_the_top_level_is_found(string pattern, string text) => Assert.Equal(text, NqlRequiredText.Of(pattern));

    [Fact]
    public void Everything_that_a_pattern_matches_contains_its_required_text()
    {
        var parts = Any("a", "b", "ab", "{", "}", "2", ",", "|", "(", ")", "(?:", "[", "]", "^", "$", ".", "*", "+", "?", "{2}", "{0,1}", "\\", "\\d", "\\x41", "\\u0041", "-", "[ab]", "[^a]", "(?i)", "😀", "A");
        var patterns = Gen.Select(parts.Array[1, 8], some => string.Concat(some));
        var texts = Any("a", "b", "A", "2", "{", "}", ",", "|", "(", ")", "[", "-", "😀", "\\").Array[0, 6].Select(some => string.Concat(some));

        Gen.Select(patterns, texts.Array[8]).Sample((pattern, candidates) =>
        {
            if (NqlPattern.WhyNot(pattern) is not null)
                return true;
            var (regex, required) = (NqlPattern.Compile(pattern), NqlRequiredText.Of(pattern));
            return candidates.All(text => !regex.IsMatch(text) || text.Contains(required, StringComparison.Ordinal));
        }, iter: 20_000);
    }

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
