using CsCheck;

namespace Neptune.Core.Tests;

public sealed class FieldPathTests
{
    private static readonly Gen<string> AnyPath = Gen.Frequency((5, Gen.Char['a', 'e']), (3, Gen.Int[0, 0].Select(_ => '/')), (1, Gen.Char)).Array[0, 30].Select(letters => new string(letters));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("/a//b/", "a/b")]
    [InlineData("params/lr", "params/lr")]
    [InlineData("Grüße/模型/🚀", "Grüße/模型/🚀")]
    [InlineData(" a / b ", " a / b ")]
    public void A_path_is_its_parts_without_the_empty_ones(string path, string canonical) =>
        Assert.Equal(canonical, FieldPath.Normalize(path));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("///")]
    public void A_path_without_parts_names_no_field_but_the_root(string path)
    {
        Assert.Throws<NeptunePathException>(() => FieldPath.Normalize(path));
        Assert.Equal("", FieldPath.NormalizeNamespace(path));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\u0085b")]
    public void What_is_not_text_is_no_path(string path)
    {
        var error = Assert.Throws<NeptunePathException>(() => FieldPath.Normalize(path));

        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Contains("position", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() => Assert.All(
        // Not theory data: the runner passes that on as UTF-8, which has no halves.
        ["\uD83D", "\uDE80\uD83D", "a\uDE80"],
        path => Assert.Contains("half a surrogate pair", Assert.Throws<NeptunePathException>(() => FieldPath.Normalize(path)).Message, StringComparison.Ordinal));

    [Fact]
    public void A_path_has_a_largest_length()
    {
        Assert.Equal(FieldPath.MaxLength, FieldPath.Normalize(new('x', FieldPath.MaxLength)).Length);
        Assert.Throws<NeptunePathException>(() => FieldPath.Normalize(new('x', FieldPath.MaxLength + 1)));
    }

    [Fact]
    public void Normalizing_again_changes_nothing() => AnyPath.Sample(path =>
    {
        if (TryNormalize(path) is not { } canonical)
            return;
        Assert.Equal(canonical, FieldPath.NormalizeNamespace(canonical));
        Assert.Equal(path.Split('/').Where(part => part.Length > 0), canonical.Split('/').Where(part => part.Length > 0));
        Assert.DoesNotContain("", canonical.Length == 0 ? ["root"] : canonical.Split('/'));
    });

    [Fact]
    public void A_path_lies_within_each_of_its_ancestors_and_no_ancestor_within_it() => AnyPath.Sample(path =>
    {
        if (TryNormalize(path) is not { Length: > 0 } canonical)
            return;
        var ancestors = FieldPath.Ancestors(canonical).ToArray();
        Assert.Equal(canonical.Count(c => c == '/'), ancestors.Length);
        Assert.All(ancestors, ancestor => Assert.True(FieldPath.IsWithin(canonical, ancestor)));
        Assert.All(ancestors, ancestor => Assert.False(FieldPath.IsWithin(ancestor, canonical)));
    });

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "a/b", false)]
    [InlineData("a", "", true)]
    public void A_namespace_holds_what_is_below_it(string path, string ns, bool within) =>
        Assert.Equal(within, FieldPath.IsWithin(path, ns));

    [Fact]
    public void Ancestors_come_nearest_first() =>
        Assert.Equal(["a/b/c", "a/b", "a"], FieldPath.Ancestors("a/b/c/d"));

    [Theory]
    [InlineData("a", "b/c", "a/b/c")]
    [InlineData("", "b", "b")]
    [InlineData("a", "", "a")]
    public void Paths_are_joined_by_a_slash(string parent, string child, string joined) =>
        Assert.Equal(joined, FieldPath.Join(parent, child));

    private static string? TryNormalize(string path)
    {
        try
        {
            return FieldPath.NormalizeNamespace(path);
        }
        catch (NeptunePathException)
        {
            return null;
        }
    }
}
